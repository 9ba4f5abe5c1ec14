/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.local.s3;

import dev.plinth.local.catalogue.Artifact;
import java.time.Instant;
import software.amazon.awssdk.services.s3.model.ChecksumType;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.ServerSideEncryption;

/** What is told of an object that others put, of which the account has no bytes. */
final class DeclaredObject {
  /** As long as an MD5 digest, which S3 answers for most objects. */
  private static final int ETAG_LENGTH = 32;

  private DeclaredObject() {}

  static HeadObjectResponse head(Artifact object, boolean checksums) {
    HeadObjectResponse.Builder response =
        HeadObjectResponse.builder()
            .eTag('"' + object.sha256().substring(0, ETAG_LENGTH) + '"')
            .contentLength(object.size())
            .contentType("binary/octet-stream")
            .lastModified(Instant.EPOCH)
            .serverSideEncryption(ServerSideEncryption.AES256);
    object.version().ifPresent(response::versionId);
    if (checksums) {
      response.checksumSHA256(object.base64()).checksumType(ChecksumType.FULL_OBJECT);
    }
    return response.build();
  }
}
