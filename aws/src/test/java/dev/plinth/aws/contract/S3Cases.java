/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.contract;

import static java.util.Map.entry;

import dev.plinth.aws.client.AwsClients;
import dev.plinth.engine.value.PropertyMap;
import dev.plinth.engine.value.PropertyValue;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.model.FilterRule;
import software.amazon.awssdk.services.s3.model.GetBucketNotificationConfigurationResponse;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.QueueConfiguration;

/** S3's objects, and whom its buckets tell. */
final class S3Cases {
  private static final String CREATED = "s3:ObjectCreated:*";
  private static final String KEY = "functions/orders.txt";

  private S3Cases() {}

  static ContractCase notification(Setting setting) {
    String bucket = setting.surroundings().bucket();
    setting.given("aws:sqs/queue:Queue", PropertyMap.builder().put("name", "orders").build());
    setting.given("aws:sns/topic:Topic", PropertyMap.builder().put("name", "orders").build());
    String queue = setting.surroundings().arn("sqs", "orders");
    return new ContractCase(
        "aws:s3/bucketNotification:BucketNotification",
        PropertyMap.builder()
            .put("bucket", bucket)
            .put("queues", told("queueArn", queue, "in/"))
            .build(),
        Map.of(
            "queues", told("queueArn", queue, "inbox/"),
            "topics", told("topicArn", setting.surroundings().arn("sns", "orders"), "out/"),
            "eventbridge", PropertyValue.of(true)),
        Map.of("bucket", PropertyMap.builder().put("bucket", bucket + "-2").build()),
        S3Cases::meddle,
        "queues[0].filterPrefix",
        (aws, id) -> {
          GetBucketNotificationConfigurationResponse found =
              aws.s3().getBucketNotificationConfiguration(get -> get.bucket(id));
          return !found.queueConfigurations().isEmpty()
              || !found.topicConfigurations().isEmpty()
              || found.eventBridgeConfiguration() != null;
        });
  }

  private static PropertyValue told(String whom, String arn, String prefix) {
    return PropertyValue.of(
        List.of(
            PropertyValue.of(
                PropertyMap.builder()
                    .put(whom, arn)
                    .putTexts("events", List.of(CREATED))
                    .put("filterPrefix", prefix)
                    .build())));
  }

  /** Lets the queue be told of other keys. */
  private static void meddle(AwsClients aws, String bucket) {
    QueueConfiguration present =
        aws.s3()
            .getBucketNotificationConfiguration(get -> get.bucket(bucket))
            .queueConfigurations()
            .get(0);
    FilterRule theirs = FilterRule.builder().name("prefix").value("theirs/").build();
    QueueConfiguration changed =
        present.toBuilder().filter(filter -> filter.key(key -> key.filterRules(theirs))).build();
    aws.s3()
        .putBucketNotificationConfiguration(
            put ->
                put.bucket(bucket).notificationConfiguration(c -> c.queueConfigurations(changed)));
  }

  static ContractCase object(Setting setting) {
    String bucket = setting.surroundings().bucket();
    return new ContractCase(
        "aws:s3/bucketObjectv2:BucketObjectv2",
        PropertyMap.builder().put("bucket", bucket).put("key", KEY).put("content", "one").build(),
        Map.ofEntries(
            entry("content", PropertyValue.of("two")),
            entry("contentType", PropertyValue.of("text/plain")),
            entry("cacheControl", PropertyValue.of("no-store")),
            entry("contentDisposition", PropertyValue.of("attachment")),
            entry("contentEncoding", PropertyValue.of("identity")),
            entry("contentLanguage", PropertyValue.of("de")),
            entry("metadata", PropertyValue.of(PropertyMap.builder().put("kind", "code").build())),
            entry("storageClass", PropertyValue.of("STANDARD_IA")),
            entry("serverSideEncryption", PropertyValue.of("aws:kms")),
            entry("websiteRedirect", PropertyValue.of("/elsewhere")),
            entry("checksumAlgorithm", PropertyValue.of("SHA256")),
            entry("acl", PropertyValue.of("bucket-owner-full-control")),
            entry("forceDestroy", PropertyValue.of(true)),
            entry("sourceHash", PropertyValue.of("1")),
            entry("tags", PropertyValue.of(PropertyMap.builder().put("team", "shop").build()))),
        Map.of(
            "bucket", PropertyMap.builder().put("bucket", bucket + "-2").build(),
            "key", PropertyMap.builder().put("key", "functions/other.txt").build()),
        (aws, id) ->
            aws.s3()
                .putObject(
                    put -> put.bucket(bucket).key(id).cacheControl("max-age=1"),
                    RequestBody.fromString("one")),
        "cacheControl",
        (aws, id) -> {
          try {
            aws.s3().headObject(head -> head.bucket(bucket).key(id));
            return true;
          } catch (NoSuchKeyException e) {
            return false;
          }
        },
        id -> bucket + "/" + id);
  }
}
