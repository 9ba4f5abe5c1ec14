/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.local.lambda;

import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.lambda.model.FunctionConfiguration;

/** What follows from a function being a zip archive or a container image. */
final class Packaging {
  static final String ZIP = "Zip";
  static final String IMAGE = "Image";

  private Packaging() {}

  static boolean isImage(FunctionConfiguration configuration) {
    return IMAGE.equals(configuration.packageTypeAsString());
  }

  /** Checks what a creation says of handler, runtime and layers. */
  static void check(String packageType, Settings settings) {
    if (packageType.equals(IMAGE)) {
      boolean layers = settings.layers() != null && !settings.layers().isEmpty();
      if (settings.handler() != null || settings.runtime() != null || layers) {
        throw LambdaFault.invalidParameter(
            "Please don't provide Handler or Runtime or Layer when the intended function PackageType"
                + " is Image.");
      }
      return;
    }
    if (settings.handler() == null || settings.runtime() == null) {
      throw LambdaFault.invalidParameter(
          "Runtime and Handler are mandatory parameters for functions created with deployment"
              + " packages.");
    }
    if (settings.imageConfig() != null) {
      throw LambdaFault.invalidParameter(
          "ImageConfig is not supported for functions with PackageType Zip.");
    }
  }

  /** Checks that the code of a request is of the function's kind. */
  static void checkCode(boolean image, Code code, String verb) {
    @Nullable String uri = code.imageUri();
    if (image && uri == null) {
      throw LambdaFault.invalidParameter(
          "Please provide ImageUri when " + verb + " a function with packageType Image.");
    }
    if (!image && uri != null) {
      throw LambdaFault.invalidParameter(
          "Please don't provide ImageUri when " + verb + " a function with packageType Zip.");
    }
  }
}
