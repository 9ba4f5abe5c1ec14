/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.cloudwatch;

import dev.plinth.aws.call.AwsFailure;
import dev.plinth.aws.call.Batch;
import dev.plinth.aws.call.Operation;
import dev.plinth.aws.resource.AwsSession;
import dev.plinth.aws.resource.Prior;
import dev.plinth.aws.resource.TagChanges;
import dev.plinth.aws.resource.TagOutputs;
import dev.plinth.engine.value.PropertyMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.cloudwatchlogs.model.DescribeLogGroupsRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.DescribeLogGroupsResponse;
import software.amazon.awssdk.services.cloudwatchlogs.model.ListTagsForResourceRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.LogGroup;

/** Reads log groups. */
final class LogGroupReader {
  private static final String ALL_STREAMS = ":*";

  /** As many as AWS takes in one call. */
  private static final int MOST_NAMES = 50;

  private final AwsSession session;
  private final Batch<String, LogGroup> groups = new Batch<>(MOST_NAMES, this::find);

  LogGroupReader(AwsSession session) {
    this.session = session;
  }

  Optional<PropertyMap> read(Operation operation, String name, Prior prior) {
    return find(operation, name).map(group -> outputs(group, prior, tags(operation, arn(group))));
  }

  /**
   * A group that we just wrote; a new one may take a moment to be listed. Its tags are those that
   * were asked for, and are not asked for again.
   */
  PropertyMap readBack(Operation operation, String name, Prior prior) {
    LogGroup group =
        operation.await("listed", Optional.empty(), () -> find(operation, name), found -> found);
    return outputs(group, prior, TagChanges.all(prior.inputs()));
  }

  Optional<LogGroup> find(Operation operation, String name) {
    return groups.find(operation, name);
  }

  /** One group by its name, as a prefix, which AWS has always known; several by their names. */
  private Map<String, LogGroup> find(Operation operation, List<String> names) {
    DescribeLogGroupsRequest.Builder request = DescribeLogGroupsRequest.builder();
    if (names.size() == 1) {
      request.logGroupNamePrefix(names.get(0));
    } else {
      request.logGroupIdentifiers(names);
    }
    Map<String, LogGroup> found = new HashMap<>();
    Optional<String> token = Optional.empty();
    do {
      request.nextToken(token.orElse(null));
      DescribeLogGroupsResponse page =
          operation.call("DescribeLogGroups", () -> logs().describeLogGroups(request.build()));
      page.logGroups().forEach(group -> found.put(group.logGroupName(), group));
      token = Optional.ofNullable(page.nextToken());
    } while (token.isPresent() && !found.keySet().containsAll(names));
    return found;
  }

  private PropertyMap outputs(LogGroup group, Prior prior, Map<String, String> tags) {
    String arn = arn(group);
    PropertyMap.Builder outputs = PropertyMap.builder();
    outputs.put("name", group.logGroupName()).put("arn", arn);
    outputs.putIfPresent("namePrefix", prior.said("namePrefix"));
    outputs.putIfPresent("skipDestroy", prior.said("skipDestroy"));
    String groupClass = group.logGroupClassAsString();
    outputs.put("logGroupClass", groupClass == null ? "STANDARD" : groupClass);
    if (group.kmsKeyId() != null && !group.kmsKeyId().isEmpty()) {
      outputs.put("kmsKeyId", group.kmsKeyId());
    }
    double retention = group.retentionInDays() == null ? 0 : group.retentionInDays();
    outputs.put(LogGroupRetention.PROPERTY, retention);
    if ("DELIVERY".equals(groupClass)) {
      outputs.putIfPresent(LogGroupRetention.PROPERTY, prior.said(LogGroupRetention.PROPERTY));
    }
    TagOutputs.put(outputs, session.tags(), tags, prior);
    return outputs.build();
  }

  Map<String, String> tags(Operation operation, String arn) {
    ListTagsForResourceRequest request =
        ListTagsForResourceRequest.builder().resourceArn(arn).build();
    try {
      return operation
          .call("ListTagsForResource", () -> logs().listTagsForResource(request))
          .tags();
    } catch (AwsFailure failure) {
      if (failure.isNotFound()) {
        return Map.of(); // deleted between the two calls, or not seen everywhere yet
      }
      throw failure;
    }
  }

  static String arn(LogGroup group) {
    if (group.logGroupArn() != null) {
      return group.logGroupArn();
    }
    String arn = group.arn();
    return arn.endsWith(ALL_STREAMS) ? arn.substring(0, arn.length() - ALL_STREAMS.length()) : arn;
  }

  private CloudWatchLogsClient logs() {
    return session.clients().logs();
  }
}
