/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.cloudwatch;

import dev.plinth.aws.call.AwsFailure;
import dev.plinth.aws.call.Operation;
import dev.plinth.aws.call.RetryRules;
import dev.plinth.engine.value.PropertyMap;
import java.time.Duration;
import java.util.Optional;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.cloudwatchlogs.model.DeleteLogGroupRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.LogGroup;

/**
 * A log group that Lambda makes itself when a function writes and there is none: before ours is
 * created, or after it was deleted, by an invocation that was still under way.
 */
final class FunctionLogGroup {
  /** What Lambda puts before a function's name to name its group. */
  private static final String PREFIX = "/aws/lambda/";

  private static final String STANDARD = "STANDARD";

  /** Lambda delivers the last lines of an invocation a moment after it has ended. */
  private static final Duration LATE = Duration.ofSeconds(2);

  private final CloudWatchLogsClient logs;
  private final LogGroupReader reader;
  private final Operation operation;
  private final String name;

  FunctionLogGroup(
      CloudWatchLogsClient logs, LogGroupReader reader, Operation operation, String name) {
    this.logs = logs;
    this.reader = reader;
    this.operation = operation;
    this.name = name;
  }

  /** Whether the name is taken by a group of Lambda's that can be made what is asked for. */
  boolean canBeAdopted(PropertyMap inputs) {
    return isNamedForAFunction()
        && inputs.text("logGroupClass").filter(name -> !name.equals(STANDARD)).isEmpty()
        && findAsLambdaMakesIt().isPresent();
  }

  void tellOfAdoption() {
    operation.tell(
        operation.resource()
            + " was there already, as Lambda makes it when a function writes before there is one."
            + " It was taken over, with the events that it holds.",
        "Nothing has to be done.");
  }

  /** Looks once more after a delete, and deletes what a late writer made. */
  void deleteWhatCameLate() {
    if (!isNamedForAFunction()) {
      return;
    }
    operation.pause(LATE);
    if (findAsLambdaMakesIt().isPresent()) {
      delete();
    }
  }

  /**
   * Deletes the group.
   *
   * @return false when it was gone already
   */
  boolean delete() {
    DeleteLogGroupRequest request = DeleteLogGroupRequest.builder().logGroupName(name).build();
    try {
      operation.call("DeleteLogGroup", RetryRules.LOG_GROUP, () -> logs.deleteLogGroup(request));
      return true;
    } catch (AwsFailure failure) {
      if (failure.isNotFound()) {
        return false;
      }
      throw failure;
    }
  }

  private boolean isNamedForAFunction() {
    return name.startsWith(PREFIX);
  }

  /** A group on which nobody has set anything. */
  private Optional<LogGroup> findAsLambdaMakesIt() {
    return reader.find(operation, name).filter(this::isBare);
  }

  private boolean isBare(LogGroup group) {
    String groupClass = group.logGroupClassAsString();
    return group.retentionInDays() == null
        && group.kmsKeyId() == null
        && (groupClass == null || groupClass.equals(STANDARD))
        && reader.tags(operation, LogGroupReader.arn(group)).isEmpty();
  }
}
