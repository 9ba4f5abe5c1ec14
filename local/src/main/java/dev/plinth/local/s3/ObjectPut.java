/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.local.s3;

import dev.plinth.local.account.AccountContext;
import dev.plinth.local.catalogue.Catalogue;
import dev.plinth.local.catalogue.ResourceKind;
import dev.plinth.local.store.Sha256;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.ServerSideEncryption;
import software.amazon.awssdk.services.s3.model.StorageClass;

/** Makes of a request and its bytes what S3 then tells of the object. */
final class ObjectPut {
  private static final String DEFAULT_CONTENT_TYPE = "application/octet-stream";

  private final AccountContext account;
  private final Catalogue catalogue;

  ObjectPut(AccountContext account, Catalogue catalogue) {
    this.account = account;
    this.catalogue = catalogue;
  }

  KeptObject of(PutObjectRequest request, byte[] bytes) {
    if (request.objectLockMode() != null || request.objectLockLegalHoldStatus() != null) {
      throw S3Fault.noObjectLock();
    }
    HeadObjectResponse.Builder head =
        HeadObjectResponse.builder()
            .contentLength((long) bytes.length)
            .eTag(ObjectChecksum.etag(bytes))
            .lastModified(Instant.ofEpochMilli(account.now()).truncatedTo(ChronoUnit.SECONDS))
            .contentType(
                request.contentType() == null ? DEFAULT_CONTENT_TYPE : request.contentType())
            .cacheControl(request.cacheControl())
            .contentDisposition(request.contentDisposition())
            .contentEncoding(request.contentEncoding())
            .contentLanguage(request.contentLanguage())
            .websiteRedirectLocation(request.websiteRedirectLocation())
            .metadata(request.metadata());
    if (request.storageClass() != StorageClass.STANDARD) {
      head.storageClass(request.storageClassAsString()); // S3 leaves the usual one unsaid
    }
    encryption(request, head);
    ObjectChecksum.put(head, request.checksumAlgorithm(), bytes);
    return new KeptObject(
        head.build(), ObjectTags.ofHeader(request.tagging()), Sha256.hex(Sha256.of(bytes)));
  }

  private void encryption(PutObjectRequest request, HeadObjectResponse.Builder head) {
    ServerSideEncryption encryption =
        request.serverSideEncryption() == null
            ? ServerSideEncryption.AES256
            : request.serverSideEncryption();
    head.serverSideEncryption(encryption);
    if (encryption == ServerSideEncryption.AES256) {
      if (request.ssekmsKeyId() != null) {
        throw S3Fault.invalidArgument(
            "Server Side Encryption with AWS KMS managed key requires HTTP header"
                + " x-amz-server-side-encryption : aws:kms");
      }
      return;
    }
    String key =
        request.ssekmsKeyId() == null ? account.arn("kms", "alias/aws/s3") : request.ssekmsKeyId();
    if (request.ssekmsKeyId() != null) {
      catalogue.require(
          ResourceKind.KMS_KEY,
          key,
          "s3:PutObject",
          () -> S3Fault.invalidArgument("Key '" + key + "' does not exist"));
    }
    head.ssekmsKeyId(key).bucketKeyEnabled(request.bucketKeyEnabled());
  }
}
