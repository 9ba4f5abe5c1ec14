/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.local.s3;

import dev.plinth.local.account.Refusal;
import software.amazon.awssdk.services.s3.model.NoSuchBucketException;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** S3's errors, as the SDK throws them. */
final class S3Fault {
  private S3Fault() {}

  static NoSuchKeyException noSuchKey() {
    return of("NoSuchKey", 404, "The specified key does not exist.")
        .describe(NoSuchKeyException.builder())
        .build();
  }

  /** To a HEAD request S3 answers with a status only, which the SDK makes this exception of. */
  static NoSuchKeyException notFound() {
    return of("NoSuchKey", 404, "Not Found").describe(NoSuchKeyException.builder()).build();
  }

  static NoSuchBucketException noSuchBucket() {
    return of("NoSuchBucket", 404, "The specified bucket does not exist")
        .describe(NoSuchBucketException.builder())
        .build();
  }

  static S3Exception invalidArgument(String message) {
    return plain("InvalidArgument", message);
  }

  static S3Exception invalidTag(String message) {
    return plain("InvalidTag", message);
  }

  /** Buckets of the account have no object lock. */
  static S3Exception noObjectLock() {
    return plain("InvalidRequest", "Bucket is missing Object Lock Configuration");
  }

  private static S3Exception plain(String code, String message) {
    return (S3Exception) of(code, 400, message).describe(S3Exception.builder()).build();
  }

  private static Refusal of(String code, int status, String message) {
    return new Refusal("S3", code, status, message);
  }
}
