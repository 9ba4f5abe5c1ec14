/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.programs.awslambda.function;

import com.pulumi.asset.Archive;
import com.pulumi.aws.lambda.FunctionArgs;
import com.pulumi.core.Output;
import java.util.Optional;

/** Where a function's code comes from. */
public sealed interface FunctionCode {

  /** Sets the code and what AWS wants to know of it. */
  void applyTo(FunctionArgs.Builder args);

  /**
   * An archive that lies in S3.
   *
   * @param version without it, and without a hash, new bytes under the same key are not deployed
   * @param hash any text that changes with the bytes
   */
  record S3Object(
      Output<String> bucket,
      Output<String> key,
      Optional<Output<String>> version,
      Optional<Output<String>> hash,
      String runtime,
      String handler)
      implements FunctionCode {

    /** An archive whose version says which bytes it has. */
    public S3Object(
        Output<String> bucket,
        Output<String> key,
        Optional<Output<String>> version,
        String runtime,
        String handler) {
      this(bucket, key, version, Optional.empty(), runtime, handler);
    }

    @Override
    public void applyTo(FunctionArgs.Builder args) {
      args.runtime(runtime).handler(handler).s3Bucket(bucket).s3Key(key);
      version.ifPresent(args::s3ObjectVersion);
      hash.ifPresent(args::sourceCodeHash);
    }
  }

  /** An image, which brings its own runtime and entry point; AWS refuses both beside one. */
  record Image(Output<String> uri) implements FunctionCode {

    public Image(String uri) {
      this(Output.of(uri));
    }

    @Override
    public void applyTo(FunctionArgs.Builder args) {
      args.packageType("Image").imageUri(uri);
    }
  }

  /** An archive or a folder of this machine, sent with the function. */
  record LocalArchive(Archive archive, String runtime, String handler) implements FunctionCode {

    @Override
    public void applyTo(FunctionArgs.Builder args) {
      args.runtime(runtime).handler(handler).code(archive);
    }
  }
}
