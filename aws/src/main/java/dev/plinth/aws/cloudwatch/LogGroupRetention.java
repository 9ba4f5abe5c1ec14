/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.cloudwatch;

import dev.plinth.aws.call.Operation;
import dev.plinth.aws.call.RetryRules;
import dev.plinth.engine.value.PropertyMap;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.cloudwatchlogs.model.DeleteRetentionPolicyRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.PutRetentionPolicyRequest;

/** How long a log group keeps its events; 0 means for ever. */
final class LogGroupRetention {
  static final String PROPERTY = "retentionInDays";

  private final CloudWatchLogsClient logs;
  private final Operation operation;
  private final String name;

  LogGroupRetention(CloudWatchLogsClient logs, Operation operation, String name) {
    this.logs = logs;
    this.operation = operation;
    this.name = name;
  }

  /** Of groups of this class AWS fixes the retention itself. */
  static boolean isFixed(PropertyMap properties) {
    return properties.text("logGroupClass").filter("DELIVERY"::equals).isPresent();
  }

  /** Sets the retention of a new group, which keeps everything so far. */
  void set(PropertyMap inputs) {
    int days = inputs.integer(PROPERTY).orElse(0);
    if (days > 0 && !isFixed(inputs)) {
      put(days);
    }
  }

  void change(PropertyMap inputs) {
    int days = inputs.integer(PROPERTY).orElse(0);
    if (isFixed(inputs)) {
      return;
    }
    if (days > 0) {
      put(days);
    } else {
      DeleteRetentionPolicyRequest request =
          DeleteRetentionPolicyRequest.builder().logGroupName(name).build();
      operation.call(
          "DeleteRetentionPolicy",
          RetryRules.LOG_GROUP_RETENTION,
          () -> logs.deleteRetentionPolicy(request));
    }
  }

  private void put(int days) {
    PutRetentionPolicyRequest request =
        PutRetentionPolicyRequest.builder().logGroupName(name).retentionInDays(days).build();
    operation.call(
        "PutRetentionPolicy",
        RetryRules.LOG_GROUP_RETENTION,
        () -> logs.putRetentionPolicy(request));
  }
}
