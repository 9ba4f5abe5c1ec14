/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.local.lambda;

import dev.plinth.local.account.AccountContext;
import dev.plinth.local.account.Constraints;
import dev.plinth.local.catalogue.Artifact;
import dev.plinth.local.catalogue.Artifacts;
import dev.plinth.local.catalogue.Catalogue;
import dev.plinth.local.catalogue.ResourceKind;
import dev.plinth.local.store.Sha256;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.lambda.model.FunctionCodeLocation;

/**
 * Finds and checks the code that a request names. Uploaded bytes are looked into; an object in S3
 * or an image in ECR cannot be.
 */
final class CodeLoader {
  private static final String DIGEST = "@sha256:";

  private final AccountContext account;
  private final Catalogue catalogue;
  private final Artifacts artifacts;

  CodeLoader(AccountContext account, Catalogue catalogue, Artifacts artifacts) {
    this.account = account;
    this.catalogue = catalogue;
    this.artifacts = artifacts;
  }

  static void checkShape(Constraints constraints, Code code) {
    constraints
        .length(code.bucket(), "code.s3Bucket", 3, 63)
        .pattern(code.bucket(), "code.s3Bucket", LambdaPatterns.S3_BUCKET)
        .length(code.key(), "code.s3Key", 1, 1024)
        .length(code.objectVersion(), "code.s3ObjectVersion", 1, 1024)
        .pattern(code.kmsKeyArn(), "code.sourceKMSKeyArn", LambdaPatterns.KMS_KEY);
  }

  /** Checks all that can be checked without asking what exists. */
  static void check(Code code) {
    if (code.zip() != null) {
      if (code.bucket() != null || code.key() != null || code.imageUri() != null) {
        throw LambdaFault.invalidParameter(
            "Please do not provide other FunctionCode parameters when providing a ZipFile.");
      }
      ZipPackage.check(code.zip().asByteArrayUnsafe());
    } else if (code.imageUri() != null) {
      if (!LambdaPatterns.IMAGE_URI.matcher(code.imageUri()).matches()) {
        throw LambdaFault.invalidParameter(
            "Source image " + code.imageUri() + " is not valid. Provide a valid source image.");
      }
    } else if (code.bucket() == null || code.key() == null) {
      throw LambdaFault.invalidParameter("Please provide a source for function code.");
    }
  }

  /**
   * Finds code that passed {@link #check}.
   *
   * @param call for example {@code lambda:CreateFunction}
   */
  LoadedCode load(Code code, String call) {
    if (code.kmsKeyArn() != null && !code.kmsKeyArn().isEmpty()) {
      requireKey(code.kmsKeyArn(), call);
    }
    if (code.zip() != null) {
      return uploaded(code.zip().asByteArrayUnsafe(), code.kmsKeyArn());
    }
    if (code.imageUri() != null) {
      return image(code.imageUri(), call);
    }
    return object(String.valueOf(code.bucket()), String.valueOf(code.key()), code, call);
  }

  /** The key that encrypts the archive; the wording is ours. */
  private void requireKey(String key, String call) {
    catalogue.require(
        ResourceKind.KMS_KEY,
        key,
        call,
        () ->
            LambdaFault.invalidParameter(
                "The KMS key of the deployment package is invalid. KMS Exception:"
                    + " NotFoundException KMS Message: Key '"
                    + key
                    + "' does not exist"));
  }

  private static LoadedCode uploaded(byte[] bytes, @Nullable String kmsKeyArn) {
    byte[] digest = Sha256.of(bytes);
    FunctionCodeLocation location =
        FunctionCodeLocation.builder().repositoryType("S3").sourceKMSKeyArn(kmsKeyArn).build();
    return new LoadedCode(
        Base64.getEncoder().encodeToString(digest),
        bytes.length,
        location,
        Optional.of(new LoadedCode.Zip(Sha256.hex(digest), bytes)));
  }

  private LoadedCode object(String bucket, String key, Code code, String call) {
    String object = "s3://" + bucket + "/" + key;
    String version = code.objectVersion() == null ? "" : "?versionId=" + code.objectVersion();
    Artifact artifact =
        artifacts.object(
            bucket,
            key,
            code.objectVersion(),
            call,
            () -> LambdaFault.invalidParameter(missingObject(bucket, object)));
    FunctionCodeLocation location =
        FunctionCodeLocation.builder()
            .repositoryType("S3")
            .location(
                "https://"
                    + bucket
                    + ".s3."
                    + account.region()
                    + "."
                    + account.partition().dnsSuffix()
                    + "/"
                    + key
                    + version)
            .sourceKMSKeyArn(code.kmsKeyArn())
            .build();
    return new LoadedCode(artifact.base64(), artifact.size(), location, Optional.empty());
  }

  /** Tells a missing bucket, a missing key and a missing version apart, as S3 does. */
  private String missingObject(String bucket, String object) {
    if (catalogue.find(ResourceKind.OBJECT, object).isPresent()) {
      return s3Error("NoSuchVersion", "The specified version does not exist.");
    }
    boolean bucketExists =
        catalogue.find(ResourceKind.BUCKET, bucket).isPresent()
            || catalogue.all(ResourceKind.OBJECT).stream()
                .anyMatch(each -> each.id().startsWith("s3://" + bucket + "/"));
    return bucketExists
        ? s3Error("NoSuchKey", "The specified key does not exist.")
        : s3Error("NoSuchBucket", "The specified bucket does not exist");
  }

  private static String s3Error(String code, String message) {
    return "Error occurred while GetObject. S3 Error Code: "
        + code
        + ". S3 Error Message: "
        + message;
  }

  private LoadedCode image(String uri, String call) {
    String digest =
        artifacts
            .image(
                uri,
                call,
                () ->
                    LambdaFault.invalidParameter(
                        "Source image " + uri + " does not exist. Provide a valid source image."))
            .sha256();
    FunctionCodeLocation location =
        FunctionCodeLocation.builder()
            .repositoryType("ECR")
            .imageUri(uri)
            .resolvedImageUri(repository(uri) + DIGEST + digest)
            .build();
    return new LoadedCode(digest, 0, location, Optional.empty());
  }

  private static String repository(String uri) {
    int at = uri.indexOf('@');
    String tagged = at >= 0 ? uri.substring(0, at) : uri;
    int colon = tagged.indexOf(':', tagged.indexOf('/'));
    return colon >= 0 ? tagged.substring(0, colon) : tagged;
  }
}
