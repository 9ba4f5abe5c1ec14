/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.s3;

import dev.plinth.aws.resource.TagChanges;
import dev.plinth.engine.value.PropertyMap;
import java.time.Instant;
import java.util.Map;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.ServerSideEncryption;
import software.amazon.awssdk.services.s3.model.Tag;
import software.amazon.awssdk.services.s3.model.Tagging;

/** Requests that make an object from its properties. */
final class ObjectRequests {
  private ObjectRequests() {}

  static PutObjectRequest put(PropertyMap inputs) {
    PutObjectRequest.Builder request =
        PutObjectRequest.builder()
            .bucket(inputs.text("bucket").orElseThrow())
            .key(inputs.text("key").orElseThrow());
    inputs.text("contentType").ifPresent(request::contentType);
    inputs.text("cacheControl").ifPresent(request::cacheControl);
    inputs.text("contentDisposition").ifPresent(request::contentDisposition);
    inputs.text("contentEncoding").ifPresent(request::contentEncoding);
    inputs.text("contentLanguage").ifPresent(request::contentLanguage);
    inputs.text("websiteRedirect").ifPresent(request::websiteRedirectLocation);
    inputs.textMap("metadata").ifPresent(request::metadata);
    inputs.text("acl").ifPresent(request::acl);
    inputs.text("storageClass").ifPresent(request::storageClass);
    inputs.text("checksumAlgorithm").ifPresent(request::checksumAlgorithm);
    encryption(inputs, request);
    inputs.text("objectLockLegalHoldStatus").ifPresent(request::objectLockLegalHoldStatus);
    inputs.text("objectLockMode").ifPresent(request::objectLockMode);
    inputs
        .text("objectLockRetainUntilDate")
        .map(Instant::parse)
        .ifPresent(request::objectLockRetainUntilDate);
    Map<String, String> tags = TagChanges.all(inputs);
    if (!tags.isEmpty()) {
      request.tagging(tagging(tags));
    }
    return request.build();
  }

  /** A key of one's own asks for encryption with it. */
  private static void encryption(PropertyMap inputs, PutObjectRequest.Builder request) {
    inputs.text("serverSideEncryption").ifPresent(request::serverSideEncryption);
    inputs.bool("bucketKeyEnabled").ifPresent(request::bucketKeyEnabled);
    inputs
        .text("kmsKeyId")
        .ifPresent(
            key -> {
              request.ssekmsKeyId(key);
              if (!inputs.has("serverSideEncryption")) {
                request.serverSideEncryption(ServerSideEncryption.AWS_KMS);
              }
            });
  }

  static Tagging tagging(Map<String, String> tags) {
    return Tagging.builder()
        .tagSet(
            tags.entrySet().stream()
                .map(tag -> Tag.builder().key(tag.getKey()).value(tag.getValue()).build())
                .toList())
        .build();
  }
}
