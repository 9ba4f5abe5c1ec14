/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.lambda;

import dev.plinth.engine.value.PropertyMap;
import java.nio.file.Path;
import java.util.Optional;
import software.amazon.awssdk.services.lambda.model.FunctionCode;
import software.amazon.awssdk.services.lambda.model.UpdateFunctionCodeRequest;

/**
 * Where a function's code comes from.
 *
 * @param zip a package that is sent along; empty when the code lies in S3 or is an image
 */
record FunctionCodeSource(PropertyMap inputs, Optional<ZipPackage> zip) {

  static FunctionCodeSource of(PropertyMap inputs, Path base) {
    return new FunctionCodeSource(inputs, ZipPackage.in(inputs, base));
  }

  FunctionCode forCreate() {
    FunctionCode.Builder code = FunctionCode.builder();
    if (zip.isPresent()) {
      return code.zipFile(zip.get().asSdkBytes()).build();
    }
    inputs.text("imageUri").ifPresent(code::imageUri);
    inputs.text("s3Bucket").ifPresent(code::s3Bucket);
    inputs.text("s3Key").ifPresent(code::s3Key);
    inputs.text("s3ObjectVersion").ifPresent(code::s3ObjectVersion);
    return code.build();
  }

  UpdateFunctionCodeRequest forUpdate(String name) {
    UpdateFunctionCodeRequest.Builder request =
        UpdateFunctionCodeRequest.builder().functionName(name);
    inputs.texts("architectures").ifPresent(request::architecturesWithStrings);
    if (zip.isPresent()) {
      return request.zipFile(zip.get().asSdkBytes()).build();
    }
    inputs.text("imageUri").ifPresent(request::imageUri);
    inputs.text("s3Bucket").ifPresent(request::s3Bucket);
    inputs.text("s3Key").ifPresent(request::s3Key);
    inputs.text("s3ObjectVersion").ifPresent(request::s3ObjectVersion);
    return request.build();
  }
}
