/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.local.s3;

import dev.plinth.local.account.AccountContext;
import dev.plinth.local.account.LocalService;
import dev.plinth.local.catalogue.Artifact;
import dev.plinth.local.catalogue.Artifacts;
import dev.plinth.local.catalogue.Catalogue;
import dev.plinth.local.catalogue.ResourceKind;
import dev.plinth.local.store.FolderLock;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ChecksumMode;
import software.amazon.awssdk.services.s3.model.DeleteObjectRequest;
import software.amazon.awssdk.services.s3.model.DeleteObjectResponse;
import software.amazon.awssdk.services.s3.model.DeleteObjectTaggingRequest;
import software.amazon.awssdk.services.s3.model.DeleteObjectTaggingResponse;
import software.amazon.awssdk.services.s3.model.GetBucketNotificationConfigurationRequest;
import software.amazon.awssdk.services.s3.model.GetBucketNotificationConfigurationResponse;
import software.amazon.awssdk.services.s3.model.GetObjectTaggingRequest;
import software.amazon.awssdk.services.s3.model.GetObjectTaggingResponse;
import software.amazon.awssdk.services.s3.model.HeadObjectRequest;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.PutBucketNotificationConfigurationRequest;
import software.amazon.awssdk.services.s3.model.PutBucketNotificationConfigurationResponse;
import software.amazon.awssdk.services.s3.model.PutObjectAclRequest;
import software.amazon.awssdk.services.s3.model.PutObjectAclResponse;
import software.amazon.awssdk.services.s3.model.PutObjectLegalHoldRequest;
import software.amazon.awssdk.services.s3.model.PutObjectLegalHoldResponse;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;
import software.amazon.awssdk.services.s3.model.PutObjectRetentionRequest;
import software.amazon.awssdk.services.s3.model.PutObjectRetentionResponse;
import software.amazon.awssdk.services.s3.model.PutObjectTaggingRequest;
import software.amazon.awssdk.services.s3.model.PutObjectTaggingResponse;

/**
 * S3 as the local account has it. An operation that is not overridden here is not implemented, and
 * throws {@link UnsupportedOperationException} as the SDK's interface has it.
 */
public final class LocalS3Client implements S3Client, LocalService {
  private static final String OPERATION_PREFIX = "s3:";

  private final AccountContext account;
  private final Catalogue catalogue;
  private final Artifacts artifacts;
  private final Objects objects;
  private final BucketNotifications notifications;

  /**
   * @param folder where what is put here is kept; made when needed
   */
  public LocalS3Client(AccountContext account, Path folder, FolderLock lock, Catalogue catalogue) {
    this.account = account;
    this.catalogue = catalogue;
    this.artifacts = new Artifacts(catalogue);
    this.objects = new Objects(folder, lock);
    this.notifications = new BucketNotifications(folder, lock, catalogue);
  }

  /** The ARNs of objects, and those of buckets that tell somebody with {@code ?notification}. */
  @Override
  public List<String> resourceArns() {
    String prefix = "arn:" + account.partition().id() + ":s3:::";
    return Stream.concat(
            objects.names().stream().map(prefix::concat),
            notifications.buckets().stream().map(name -> prefix + name + "?notification"))
        .toList();
  }

  @Override
  public PutObjectResponse putObject(PutObjectRequest request, RequestBody body) {
    bucket(request.bucket(), "PutObject");
    KeptObject object = new ObjectPut(account, catalogue).of(request, bytes(body));
    objects.put(request.bucket(), request.key(), object);
    HeadObjectResponse head = object.head();
    return PutObjectResponse.builder()
        .eTag(head.eTag())
        .serverSideEncryption(head.serverSideEncryption())
        .ssekmsKeyId(head.ssekmsKeyId())
        .build();
  }

  @Override
  public HeadObjectResponse headObject(HeadObjectRequest request) {
    Optional<KeptObject> kept =
        objects.find(request.bucket(), request.key()).filter(any -> request.versionId() == null);
    if (kept.isPresent()) {
      HeadObjectResponse head = kept.get().head();
      return request.checksumMode() == ChecksumMode.ENABLED ? head : withoutChecksums(head);
    }
    Artifact object =
        artifacts.object(
            request.bucket(),
            request.key(),
            request.versionId(),
            OPERATION_PREFIX + "HeadObject",
            S3Fault::notFound);
    return DeclaredObject.head(object, request.checksumMode() == ChecksumMode.ENABLED);
  }

  private static HeadObjectResponse withoutChecksums(HeadObjectResponse head) {
    return head.toBuilder()
        .checksumCRC32(null)
        .checksumCRC32C(null)
        .checksumSHA1(null)
        .checksumSHA256(null)
        .checksumType((String) null)
        .build();
  }

  @Override
  public DeleteObjectResponse deleteObject(DeleteObjectRequest request) {
    bucket(request.bucket(), "DeleteObject");
    objects.delete(request.bucket(), request.key());
    return DeleteObjectResponse.builder().build();
  }

  /** The account keeps no access control lists; nobody asks for them. */
  @Override
  public PutObjectAclResponse putObjectAcl(PutObjectAclRequest request) {
    objects.require(request.bucket(), request.key());
    return PutObjectAclResponse.builder().build();
  }

  @Override
  public PutObjectLegalHoldResponse putObjectLegalHold(PutObjectLegalHoldRequest request) {
    throw S3Fault.noObjectLock();
  }

  @Override
  public PutObjectRetentionResponse putObjectRetention(PutObjectRetentionRequest request) {
    throw S3Fault.noObjectLock();
  }

  @Override
  public GetObjectTaggingResponse getObjectTagging(GetObjectTaggingRequest request) {
    return GetObjectTaggingResponse.builder()
        .tagSet(ObjectTags.list(objects.require(request.bucket(), request.key()).tags()))
        .build();
  }

  @Override
  public PutObjectTaggingResponse putObjectTagging(PutObjectTaggingRequest request) {
    Map<String, String> tags = ObjectTags.of(request.tagging().tagSet());
    objects.change(request.bucket(), request.key(), object -> object.withTags(tags));
    return PutObjectTaggingResponse.builder().build();
  }

  @Override
  public DeleteObjectTaggingResponse deleteObjectTagging(DeleteObjectTaggingRequest request) {
    objects.change(request.bucket(), request.key(), object -> object.withTags(Map.of()));
    return DeleteObjectTaggingResponse.builder().build();
  }

  @Override
  public GetBucketNotificationConfigurationResponse getBucketNotificationConfiguration(
      GetBucketNotificationConfigurationRequest request) {
    bucket(request.bucket(), "GetBucketNotificationConfiguration");
    return notifications.of(request.bucket());
  }

  @Override
  public PutBucketNotificationConfigurationResponse putBucketNotificationConfiguration(
      PutBucketNotificationConfigurationRequest request) {
    bucket(request.bucket(), "PutBucketNotificationConfiguration");
    notifications.put(request.bucket(), request.notificationConfiguration());
    return PutBucketNotificationConfigurationResponse.builder().build();
  }

  private void bucket(String name, String operation) {
    catalogue.require(
        ResourceKind.BUCKET, name, OPERATION_PREFIX + operation, S3Fault::noSuchBucket);
  }

  private static byte[] bytes(RequestBody body) {
    try (InputStream content = body.contentStreamProvider().newStream()) {
      return content.readAllBytes();
    } catch (IOException e) {
      throw SdkClientException.create("Cannot read the object's content", e);
    }
  }

  @Override
  public String serviceName() {
    return SERVICE_NAME;
  }

  /** Does nothing: the account owns what the client uses. */
  @Override
  public void close() {}
}
