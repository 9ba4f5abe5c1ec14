/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.invoke;

import dev.plinth.aws.call.AwsFailure;
import dev.plinth.aws.call.Operation;
import dev.plinth.aws.client.RegionFacts;
import dev.plinth.engine.provider.ProviderException;
import dev.plinth.engine.value.PropertyMap;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectTaggingRequest;
import software.amazon.awssdk.services.s3.model.HeadObjectRequest;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.Tag;

/** {@code aws:s3/getObject:getObject}: what S3 says of an object, and its text if it is one. */
final class GetObject {
  /** The types of content that Pulumi's AWS provider reads. */
  private static final Pattern TEXT =
      Pattern.compile(
          "text/.+|application/(atom\\+xml|json|ld\\+json|x-csh|x-httpd-php|x-sh|x-yaml|yaml"
              + "|xhtml\\+xml|xml)");

  /** In the form that Go gives to RFC 1123, as Pulumi's AWS provider has it. */
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'UTC'", Locale.ENGLISH);

  private final S3Client s3;
  private final RegionFacts region;
  private final Operation operation;
  private final PropertyMap args;
  private final String bucket;
  private final String key;

  GetObject(S3Client s3, RegionFacts region, Operation operation, PropertyMap args) {
    this.s3 = s3;
    this.region = region;
    this.operation = operation;
    this.args = args;
    this.bucket = args.text("bucket").orElseThrow(() -> Invokes.missing("bucket"));
    this.key = args.text("key").orElseThrow(() -> Invokes.missing("key"));
  }

  PropertyMap answer() {
    HeadObjectResponse head = head();
    String version = args.text("versionId").map(asked -> "@" + asked).orElse("");
    PropertyMap.Builder answer =
        PropertyMap.builder()
            .put("id", bucket + "/" + key + version)
            .put("arn", "arn:" + region.partition() + ":s3:::" + bucket + "/" + key)
            .put("bucket", bucket)
            .put("key", key)
            .put("bucketKeyEnabled", Boolean.TRUE.equals(head.bucketKeyEnabled()))
            .put("contentLength", (double) head.contentLength())
            .put("etag", text(head.eTag()).replace("\"", ""))
            .put("lastModified", TIME.format(head.lastModified().atOffset(ZoneOffset.UTC)))
            .putTextMap("metadata", head.metadata())
            .putTextMap("tags", tags(head))
            .put("body", body(head));
    texts(head).forEach((name, value) -> answer.put(name, text(value)));
    args.text("checksumMode").ifPresent(mode -> answer.put("checksumMode", mode));
    args.text("range").ifPresent(range -> answer.put("range", range));
    return answer.build();
  }

  private HeadObjectResponse head() {
    HeadObjectRequest.Builder request = HeadObjectRequest.builder().bucket(bucket).key(key);
    args.text("versionId").ifPresent(request::versionId);
    args.text("range").ifPresent(request::range);
    args.text("checksumMode").ifPresent(request::checksumMode);
    try {
      return operation.call("HeadObject", () -> s3.headObject(request.build()));
    } catch (AwsFailure failure) {
      throw explained(failure);
    }
  }

  /** An answer to a HEAD request has no body, so S3 says nothing but a status. */
  private static ProviderException explained(AwsFailure failure) {
    String remedy =
        switch (failure.status()) {
          case 301, 400 ->
              "Take a bucket in the region that the function is in: Lambda takes code from no"
                  + " other.";
          case 403 ->
              "Grant s3:GetObject on the object to the credentials in use, and kms:Decrypt on its"
                  + " key where it has one; or mend the names of bucket and object.";
          case 404 -> "Upload the object first, or mend the names of bucket and object.";
          default -> failure.remedy().orElse(null);
        };
    return new ProviderException(failure.getMessage(), remedy, failure);
  }

  private static Map<String, @Nullable String> texts(HeadObjectResponse head) {
    Map<String, @Nullable String> texts = new TreeMap<>();
    texts.put("cacheControl", head.cacheControl());
    texts.put("checksumCrc32", head.checksumCRC32());
    texts.put("checksumCrc32c", head.checksumCRC32C());
    texts.put("checksumCrc64nvme", head.checksumCRC64NVME());
    texts.put("checksumSha1", head.checksumSHA1());
    texts.put("checksumSha256", head.checksumSHA256());
    texts.put("contentDisposition", head.contentDisposition());
    texts.put("contentEncoding", head.contentEncoding());
    texts.put("contentLanguage", head.contentLanguage());
    texts.put("contentType", head.contentType());
    texts.put("expiration", head.expiration());
    texts.put("expires", head.expiresString());
    texts.put("objectLockLegalHoldStatus", head.objectLockLegalHoldStatusAsString());
    texts.put("objectLockMode", head.objectLockModeAsString());
    texts.put(
        "objectLockRetainUntilDate",
        head.objectLockRetainUntilDate() == null
            ? null
            : head.objectLockRetainUntilDate().toString());
    texts.put("serverSideEncryption", head.serverSideEncryptionAsString());
    texts.put("sseKmsKeyId", head.ssekmsKeyId());
    String storageClass = head.storageClassAsString();
    texts.put("storageClass", storageClass == null ? "STANDARD" : storageClass);
    texts.put("versionId", head.versionId());
    texts.put("websiteRedirectLocation", head.websiteRedirectLocation());
    return texts;
  }

  /** S3 counts the tags for those who may read them. */
  private Map<String, String> tags(HeadObjectResponse head) {
    if (head.tagCount() == null || head.tagCount() == 0) {
      return Map.of();
    }
    GetObjectTaggingRequest request =
        GetObjectTaggingRequest.builder()
            .bucket(bucket)
            .key(key)
            .versionId(head.versionId())
            .build();
    return operation.call("GetObjectTagging", () -> s3.getObjectTagging(request)).tagSet().stream()
        .collect(Collectors.toMap(Tag::key, Tag::value));
  }

  private String body(HeadObjectResponse head) {
    if (!TEXT.matcher(text(head.contentType())).matches()) {
      return "";
    }
    GetObjectRequest.Builder request =
        GetObjectRequest.builder().bucket(bucket).key(key).versionId(head.versionId());
    args.text("range").ifPresent(request::range);
    return operation.call("GetObject", () -> s3.getObjectAsBytes(request.build())).asUtf8String();
  }

  private static String text(@Nullable String value) {
    return value == null ? "" : value;
  }
}
