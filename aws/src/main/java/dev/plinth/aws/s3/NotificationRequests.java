/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.s3;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.s3.model.EventBridgeConfiguration;
import software.amazon.awssdk.services.s3.model.FilterRule;
import software.amazon.awssdk.services.s3.model.GetBucketNotificationConfigurationResponse;
import software.amazon.awssdk.services.s3.model.LambdaFunctionConfiguration;
import software.amazon.awssdk.services.s3.model.NotificationConfiguration;
import software.amazon.awssdk.services.s3.model.NotificationConfigurationFilter;
import software.amazon.awssdk.services.s3.model.QueueConfiguration;
import software.amazon.awssdk.services.s3.model.TopicConfiguration;

/** Notification configurations as S3's requests and answers have them. */
final class NotificationRequests {
  private NotificationRequests() {}

  static NotificationConfiguration of(Notifications notifications) {
    List<LambdaFunctionConfiguration> functions = new ArrayList<>();
    List<QueueConfiguration> queues = new ArrayList<>();
    List<TopicConfiguration> topics = new ArrayList<>();
    for (Notification each : notifications.all()) {
      NotificationConfigurationFilter filter = filter(each);
      switch (each.destination()) {
        case FUNCTION ->
            functions.add(
                LambdaFunctionConfiguration.builder()
                    .id(each.id())
                    .lambdaFunctionArn(each.arn())
                    .eventsWithStrings(each.events())
                    .filter(filter)
                    .build());
        case QUEUE ->
            queues.add(
                QueueConfiguration.builder()
                    .id(each.id())
                    .queueArn(each.arn())
                    .eventsWithStrings(each.events())
                    .filter(filter)
                    .build());
        case TOPIC ->
            topics.add(
                TopicConfiguration.builder()
                    .id(each.id())
                    .topicArn(each.arn())
                    .eventsWithStrings(each.events())
                    .filter(filter)
                    .build());
      }
    }
    NotificationConfiguration.Builder configuration =
        NotificationConfiguration.builder()
            .lambdaFunctionConfigurations(functions)
            .queueConfigurations(queues)
            .topicConfigurations(topics);
    if (notifications.eventBridge()) {
      configuration.eventBridgeConfiguration(EventBridgeConfiguration.builder().build());
    }
    return configuration.build();
  }

  static Notifications of(GetBucketNotificationConfigurationResponse answer) {
    List<Notification> all = new ArrayList<>();
    for (LambdaFunctionConfiguration each : answer.lambdaFunctionConfigurations()) {
      all.add(
          notification(
              Destination.FUNCTION,
              each.id(),
              each.lambdaFunctionArn(),
              each.eventsAsStrings(),
              each.filter()));
    }
    for (QueueConfiguration each : answer.queueConfigurations()) {
      all.add(
          notification(
              Destination.QUEUE,
              each.id(),
              each.queueArn(),
              each.eventsAsStrings(),
              each.filter()));
    }
    for (TopicConfiguration each : answer.topicConfigurations()) {
      all.add(
          notification(
              Destination.TOPIC,
              each.id(),
              each.topicArn(),
              each.eventsAsStrings(),
              each.filter()));
    }
    return new Notifications(all, answer.eventBridgeConfiguration() != null);
  }

  private static Notification notification(
      Destination destination,
      @Nullable String id,
      String arn,
      List<String> events,
      @Nullable NotificationConfigurationFilter filter) {
    return new Notification(
        destination,
        id == null ? "" : id,
        arn,
        new TreeSet<>(events),
        rule(filter, "prefix"),
        rule(filter, "suffix"));
  }

  private static @Nullable NotificationConfigurationFilter filter(Notification notification) {
    List<FilterRule> rules = new ArrayList<>();
    if (!notification.prefix().isEmpty()) {
      rules.add(FilterRule.builder().name("prefix").value(notification.prefix()).build());
    }
    if (!notification.suffix().isEmpty()) {
      rules.add(FilterRule.builder().name("suffix").value(notification.suffix()).build());
    }
    return rules.isEmpty()
        ? null
        : NotificationConfigurationFilter.builder().key(key -> key.filterRules(rules)).build();
  }

  /** S3 gives the rules' names back with a capital. */
  private static String rule(@Nullable NotificationConfigurationFilter filter, String name) {
    if (filter == null || filter.key() == null) {
      return "";
    }
    return filter.key().filterRules().stream()
        .filter(rule -> rule.nameAsString().equalsIgnoreCase(name))
        .map(FilterRule::value)
        .findFirst()
        .orElse("");
  }
}
