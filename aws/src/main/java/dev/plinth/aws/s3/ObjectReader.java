/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.s3;

import dev.plinth.aws.call.Operation;
import dev.plinth.aws.client.RegionFacts;
import dev.plinth.aws.resource.AwsSession;
import dev.plinth.aws.resource.Prior;
import dev.plinth.aws.resource.SaidOutputs;
import dev.plinth.aws.resource.TagOutputs;
import dev.plinth.engine.value.PropertyMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.s3.model.ChecksumMode;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.Tag;

/** Reads what S3 tells of an object without giving its bytes. */
final class ObjectReader {
  private final AwsSession session;

  ObjectReader(AwsSession session) {
    this.session = session;
  }

  Optional<PropertyMap> read(Operation operation, ObjectAddress address, Prior prior) {
    return operation
        .ifThere(
            "HeadObject",
            () ->
                session
                    .clients()
                    .s3()
                    .headObject(
                        head ->
                            head.bucket(address.bucket())
                                .key(address.key())
                                .checksumMode(ChecksumMode.ENABLED)))
        .map(head -> outputs(operation, address, head, prior));
  }

  private PropertyMap outputs(
      Operation operation, ObjectAddress address, HeadObjectResponse head, Prior prior) {
    String region = session.clients().region();
    PropertyMap.Builder outputs =
        PropertyMap.builder()
            .put("bucket", address.bucket())
            .put("key", address.key())
            .put(
                "arn",
                "arn:"
                    + RegionFacts.of(region).partition()
                    + ":s3:::"
                    + address.bucket()
                    + "/"
                    + address.key())
            .put(
                "storageClass",
                head.storageClassAsString() == null ? "STANDARD" : head.storageClassAsString())
            .put("bucketKeyEnabled", Boolean.TRUE.equals(head.bucketKeyEnabled()));
    SaidOutputs.put(outputs, BucketObjectType.SCHEMA.shape(), prior);
    text(outputs, "etag", head.eTag() == null ? null : head.eTag().replace("\"", ""));
    text(outputs, "versionId", head.versionId());
    text(outputs, "contentType", head.contentType());
    text(outputs, "cacheControl", head.cacheControl());
    text(outputs, "contentDisposition", head.contentDisposition());
    text(outputs, "contentEncoding", head.contentEncoding());
    text(outputs, "contentLanguage", head.contentLanguage());
    text(outputs, "websiteRedirect", head.websiteRedirectLocation());
    text(outputs, "serverSideEncryption", head.serverSideEncryptionAsString());
    text(outputs, "kmsKeyId", head.ssekmsKeyId());
    text(outputs, "checksumCrc32", head.checksumCRC32());
    text(outputs, "checksumCrc32c", head.checksumCRC32C());
    text(outputs, "checksumCrc64nvme", head.checksumCRC64NVME());
    text(outputs, "checksumSha1", head.checksumSHA1());
    text(outputs, "checksumSha256", head.checksumSHA256());
    text(outputs, "objectLockLegalHoldStatus", head.objectLockLegalHoldStatusAsString());
    text(outputs, "objectLockMode", head.objectLockModeAsString());
    if (head.objectLockRetainUntilDate() != null) {
      outputs.put("objectLockRetainUntilDate", head.objectLockRetainUntilDate().toString());
    }
    if (!head.metadata().isEmpty()) {
      outputs.putTextMap("metadata", head.metadata());
    }
    TagOutputs.put(outputs, session.tags(), tags(operation, address), prior);
    return outputs.build();
  }

  private Map<String, String> tags(Operation operation, ObjectAddress address) {
    return operation
        .ifThere(
            "GetObjectTagging",
            () ->
                session
                    .clients()
                    .s3()
                    .getObjectTagging(get -> get.bucket(address.bucket()).key(address.key())))
        .map(found -> found.tagSet().stream().collect(Collectors.toMap(Tag::key, Tag::value)))
        .orElse(Map.of());
  }

  private static void text(PropertyMap.Builder outputs, String name, @Nullable String value) {
    if (value != null && !value.isEmpty()) {
      outputs.put(name, value);
    }
  }
}
