/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.local.s3;

import dev.plinth.local.catalogue.Catalogue;
import dev.plinth.local.catalogue.ResourceKind;
import dev.plinth.local.store.FolderLock;
import dev.plinth.local.store.Stock;
import dev.plinth.local.store.Stored;
import java.nio.file.Path;
import java.util.Map;
import java.util.NavigableSet;
import software.amazon.awssdk.services.s3.model.GetBucketNotificationConfigurationResponse;
import software.amazon.awssdk.services.s3.model.NotificationConfiguration;

/** Whom each bucket tells of its events. */
final class BucketNotifications {
  private final Catalogue catalogue;
  private final Stock<GetBucketNotificationConfigurationResponse> stock;

  BucketNotifications(Path folder, FolderLock lock, Catalogue catalogue) {
    this.catalogue = catalogue;
    this.stock =
        new Stock<>(
            folder.resolve("notifications"),
            lock,
            GetBucketNotificationConfigurationResponse.class,
            GetBucketNotificationConfigurationResponse::builder);
  }

  /** The buckets that tell anybody. */
  NavigableSet<String> buckets() {
    return stock.names();
  }

  GetBucketNotificationConfigurationResponse of(String bucket) {
    return stock
        .find(bucket)
        .map(Stored::model)
        .orElseGet(() -> GetBucketNotificationConfigurationResponse.builder().build());
  }

  /** Replaces what the bucket has. */
  void put(String bucket, NotificationConfiguration wanted) {
    GetBucketNotificationConfigurationResponse model = NotificationRules.checked(wanted);
    destinations(wanted);
    boolean tellsNobody =
        !model.hasLambdaFunctionConfigurations()
            && !model.hasQueueConfigurations()
            && !model.hasTopicConfigurations()
            && model.eventBridgeConfiguration() == null;
    if (tellsNobody) {
      stock.delete(bucket);
    } else {
      Stored<GetBucketNotificationConfigurationResponse> stored = new Stored<>(model, Map.of());
      stock.put(bucket, () -> stored, old -> stored);
    }
  }

  private void destinations(NotificationConfiguration wanted) {
    wanted
        .lambdaFunctionConfigurations()
        .forEach(each -> require(ResourceKind.FUNCTION, each.lambdaFunctionArn()));
    wanted.queueConfigurations().forEach(each -> require(ResourceKind.QUEUE, each.queueArn()));
    wanted.topicConfigurations().forEach(each -> require(ResourceKind.TOPIC, each.topicArn()));
  }

  private void require(ResourceKind kind, String arn) {
    catalogue.require(
        kind,
        arn,
        "s3:PutBucketNotificationConfiguration",
        () ->
            S3Fault.invalidArgument("Unable to validate the following destination configurations"));
  }
}
