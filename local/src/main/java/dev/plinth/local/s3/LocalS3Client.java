/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.local.s3;

import dev.plinth.local.account.Refusal;
import dev.plinth.local.catalogue.Artifact;
import dev.plinth.local.catalogue.Artifacts;
import java.time.Instant;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ChecksumMode;
import software.amazon.awssdk.services.s3.model.ChecksumType;
import software.amazon.awssdk.services.s3.model.HeadObjectRequest;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.ServerSideEncryption;

/**
 * S3 as the local account has it. An operation that is not overridden here is not implemented, and
 * throws {@link UnsupportedOperationException} as the SDK's interface has it.
 */
public final class LocalS3Client implements S3Client {
  /** As long as an MD5 digest, which S3 answers for most objects. */
  private static final int ETAG_LENGTH = 32;

  private final Artifacts artifacts;

  public LocalS3Client(Artifacts artifacts) {
    this.artifacts = artifacts;
  }

  @Override
  public HeadObjectResponse headObject(HeadObjectRequest request) {
    Artifact object =
        artifacts.object(
            request.bucket(),
            request.key(),
            request.versionId(),
            "s3:HeadObject",
            LocalS3Client::notFound);
    HeadObjectResponse.Builder response =
        HeadObjectResponse.builder()
            .eTag('"' + object.sha256().substring(0, ETAG_LENGTH) + '"')
            .contentLength(object.size())
            .contentType("binary/octet-stream")
            .lastModified(Instant.EPOCH)
            .serverSideEncryption(ServerSideEncryption.AES256);
    object.version().ifPresent(response::versionId);
    if (request.checksumMode() == ChecksumMode.ENABLED) {
      response.checksumSHA256(object.base64()).checksumType(ChecksumType.FULL_OBJECT);
    }
    return response.build();
  }

  /** To a HEAD request S3 answers with a status only, which the SDK makes this exception of. */
  private static RuntimeException notFound() {
    return new Refusal("S3", "NoSuchKey", 404, "Not Found")
        .describe(NoSuchKeyException.builder())
        .build();
  }

  @Override
  public String serviceName() {
    return SERVICE_NAME;
  }

  /** Does nothing: the account owns what the client uses. */
  @Override
  public void close() {}
}
