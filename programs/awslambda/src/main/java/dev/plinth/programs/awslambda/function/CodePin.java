/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.programs.awslambda.function;

import com.pulumi.aws.ecr.EcrFunctions;
import com.pulumi.aws.ecr.inputs.GetImageArgs;
import com.pulumi.aws.ecr.outputs.GetImageResult;
import com.pulumi.aws.s3.S3Functions;
import com.pulumi.aws.s3.inputs.GetObjectArgs;
import com.pulumi.aws.s3.outputs.GetObjectResult;
import com.pulumi.core.Output;
import com.pulumi.deployment.InvokeOptions;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Fixes which bytes a function runs where a program does not: an object without a version and an
 * image by its tag are looked up, in a preview too. So an overwritten object and a moved tag are
 * changes, what is deployed is what the preview saw, and nothing else is ever a change.
 */
public final class CodePin {
  /** What S3 answers for the version of an object that was there before its bucket had versions. */
  private static final String NO_VERSION = "null";

  private final InvokeOptions options;

  /**
   * @param options name the provider to look with, which is to be the one that deploys
   */
  public CodePin(InvokeOptions options) {
    this.options = options;
  }

  /** An object in its newest version, or where its bucket keeps none by what it is now. */
  public FunctionCode object(String bucket, String key, String runtime, String handler) {
    GetObjectArgs wanted =
        GetObjectArgs.builder().bucket(bucket).key(key).checksumMode("ENABLED").build();
    Output<GetObjectResult> object = S3Functions.getObject(wanted, options);
    return new FunctionCode.S3Object(
        Output.of(bucket),
        Output.of(key),
        Optional.of(object.applyValue(CodePin::versionOrNull)),
        Optional.of(object.applyValue(CodePin::hashOrNull)),
        runtime,
        handler);
  }

  /** An image by its digest, which is looked up unless the URI has it. */
  public FunctionCode image(String uri) {
    EcrImage image = EcrImage.parse(uri).filter(parsed -> parsed.digest().isEmpty()).orElse(null);
    if (image == null) {
      return new FunctionCode.Image(uri);
    }
    GetImageArgs wanted =
        GetImageArgs.builder()
            .registryId(image.registryId())
            .repositoryName(image.repository())
            .imageTag(image.tag().orElse("latest"))
            .build();
    return new FunctionCode.Image(
        EcrFunctions.getImage(wanted, options)
            .applyValue(GetImageResult::imageDigest)
            .applyValue(image::at));
  }

  private static @Nullable String versionOrNull(GetObjectResult object) {
    return version(object).orElse(null);
  }

  /** The checksum that was made of the whole object, or else the entity tag. */
  private static @Nullable String hashOrNull(GetObjectResult object) {
    if (version(object).isPresent()) {
      return null;
    }
    return Stream.of(object.checksumSha256(), object.etag())
        .filter(hash -> hash != null && !hash.isEmpty())
        .findFirst()
        .orElse(null);
  }

  private static Optional<String> version(GetObjectResult object) {
    return Optional.ofNullable(object.versionId())
        .filter(version -> !version.isEmpty() && !version.equals(NO_VERSION));
  }
}
