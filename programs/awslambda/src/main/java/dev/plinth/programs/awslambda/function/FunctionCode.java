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
   * @param version without it new bytes under the same key are not deployed
   */
  record S3Object(
      Output<String> bucket,
      Output<String> key,
      Optional<Output<String>> version,
      String runtime,
      String handler)
      implements FunctionCode {

    @Override
    public void applyTo(FunctionArgs.Builder args) {
      args.runtime(runtime).handler(handler).s3Bucket(bucket).s3Key(key);
      version.ifPresent(args::s3ObjectVersion);
    }
  }

  /** An image, which brings its own runtime and entry point; AWS refuses both beside one. */
  record Image(String uri) implements FunctionCode {

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
