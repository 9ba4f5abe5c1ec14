/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.local.s3;

import dev.plinth.rules.notification.ObjectEvents;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.s3.model.FilterRule;
import software.amazon.awssdk.services.s3.model.GetBucketNotificationConfigurationResponse;
import software.amazon.awssdk.services.s3.model.NotificationConfiguration;
import software.amazon.awssdk.services.s3.model.NotificationConfigurationFilter;

/** What S3 demands of a bucket's notification configuration. */
final class NotificationRules {
  private NotificationRules() {}

  /** The configuration as S3 answers it, with an id for each that has none. */
  static GetBucketNotificationConfigurationResponse checked(NotificationConfiguration wanted) {
    GetBucketNotificationConfigurationResponse.Builder answer =
        GetBucketNotificationConfigurationResponse.builder()
            .eventBridgeConfiguration(wanted.eventBridgeConfiguration());
    List<Told> all = new ArrayList<>();
    if (!wanted.lambdaFunctionConfigurations().isEmpty()) {
      answer.lambdaFunctionConfigurations(
          wanted.lambdaFunctionConfigurations().stream()
              .map(each -> each.toBuilder().id(id(each.id())).build())
              .peek(each -> all.add(Told.of(each.id(), each.eventsAsStrings(), each.filter())))
              .toList());
    }
    if (!wanted.queueConfigurations().isEmpty()) {
      answer.queueConfigurations(
          wanted.queueConfigurations().stream()
              .map(each -> each.toBuilder().id(id(each.id())).build())
              .peek(each -> all.add(Told.of(each.id(), each.eventsAsStrings(), each.filter())))
              .toList());
    }
    if (!wanted.topicConfigurations().isEmpty()) {
      answer.topicConfigurations(
          wanted.topicConfigurations().stream()
              .map(each -> each.toBuilder().id(id(each.id())).build())
              .peek(each -> all.add(Told.of(each.id(), each.eventsAsStrings(), each.filter())))
              .toList());
    }
    together(all);
    return answer.build();
  }

  private static String id(@Nullable String given) {
    return given == null ? UUID.randomUUID().toString() : given;
  }

  private static void together(List<Told> all) {
    for (int i = 0; i < all.size(); i++) {
      for (int j = 0; j < i; j++) {
        if (all.get(i).id().equals(all.get(j).id())) {
          throw S3Fault.invalidArgument(
              "Same ID used for multiple configurations. IDs must be unique");
        }
        if (all.get(i).about().overlap(all.get(j).about())) {
          throw S3Fault.invalidArgument(
              "Configurations overlap. Configurations on the same bucket cannot share a common"
                  + " event type.");
        }
      }
    }
  }

  /** The keys and events that one configuration is about. */
  private record Told(String id, ObjectEvents about) {
    static Told of(
        String id, List<String> events, @Nullable NotificationConfigurationFilter filter) {
      ObjectEvents about = new ObjectEvents(events, rule(filter, "prefix"), rule(filter, "suffix"));
      return new Told(id, about);
    }

    private static String rule(@Nullable NotificationConfigurationFilter filter, String name) {
      if (filter == null || filter.key() == null) {
        return "";
      }
      return filter.key().filterRules().stream()
          .filter(rule -> name.equalsIgnoreCase(rule.nameAsString()))
          .map(FilterRule::value)
          .findFirst()
          .orElse("");
    }
  }
}
