/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.local.lambda;

import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.lambda.model.FunctionCode;
import software.amazon.awssdk.services.lambda.model.LayerVersionContentInput;
import software.amazon.awssdk.services.lambda.model.UpdateFunctionCodeRequest;

/** Where a request says that a function's code is. */
record Code(
    @Nullable SdkBytes zip,
    @Nullable String bucket,
    @Nullable String key,
    @Nullable String objectVersion,
    @Nullable String imageUri,
    @Nullable String kmsKeyArn) {

  static Code of(@Nullable FunctionCode code) {
    if (code == null) {
      return new Code(null, null, null, null, null, null);
    }
    return new Code(
        code.zipFile(),
        code.s3Bucket(),
        code.s3Key(),
        code.s3ObjectVersion(),
        code.imageUri(),
        code.sourceKMSKeyArn());
  }

  static Code of(@Nullable LayerVersionContentInput content) {
    return content == null
        ? new Code(null, null, null, null, null, null)
        : new Code(
            content.zipFile(),
            content.s3Bucket(),
            content.s3Key(),
            content.s3ObjectVersion(),
            null,
            null);
  }

  static Code of(UpdateFunctionCodeRequest request) {
    return new Code(
        request.zipFile(),
        request.s3Bucket(),
        request.s3Key(),
        request.s3ObjectVersion(),
        request.imageUri(),
        request.sourceKMSKeyArn());
  }

  boolean isEmpty() {
    return zip == null && bucket == null && imageUri == null;
  }
}
