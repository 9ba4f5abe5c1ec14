/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.local.logs;

import dev.plinth.local.account.AccountTags;
import dev.plinth.local.account.Constraints;
import dev.plinth.local.store.Stored;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cloudwatchlogs.model.AssociateKmsKeyRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.DisassociateKmsKeyRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.LogGroup;
import software.amazon.awssdk.services.cloudwatchlogs.model.PutLogGroupDeletionProtectionRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.PutRetentionPolicyRequest;

/** What can be changed about a log group: retention, key, deletion protection, tags. */
final class LogGroupSettings {
  /**
   * How long events can be kept, in days.
   *
   * @see <a
   *     href="https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutRetentionPolicy.html">PutRetentionPolicy</a>
   */
  private static final List<Integer> RETENTIONS =
      List.of(
          1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557,
          2922, 3288, 3653);

  private final LogGroups groups;
  private final LogGroupCreation creation;

  LogGroupSettings(LogGroups groups, LogGroupCreation creation) {
    this.groups = groups;
    this.creation = creation;
  }

  /** A group of class DELIVERY takes the call, and keeps its own fixed retention. */
  void putRetention(PutRetentionPolicyRequest request) {
    LogsFault.throwIfAny(
        LogGroups.nameConstraints(request.logGroupName())
            .required(request.retentionInDays(), "retentionInDays")
            .oneOf(request.retentionInDays(), "retentionInDays", RETENTIONS));
    groups.change(
        request.logGroupName(),
        group ->
            "DELIVERY".equals(group.model().logGroupClassAsString())
                ? group
                : with(group, builder -> builder.retentionInDays(request.retentionInDays())));
  }

  void deleteRetention(@Nullable String name) {
    groups.change(name, group -> with(group, builder -> builder.retentionInDays(null)));
  }

  void associateKey(AssociateKmsKeyRequest request) {
    LogsFault.throwIfAny(new Constraints().required(request.kmsKeyId(), "kmsKeyId"));
    String name = name(request.logGroupName(), request.resourceIdentifier());
    groups.change(
        name,
        group -> {
          creation.requireKey(request.kmsKeyId(), name, "logs:AssociateKmsKey");
          return with(group, builder -> builder.kmsKeyId(request.kmsKeyId()));
        });
  }

  void disassociateKey(DisassociateKmsKeyRequest request) {
    groups.change(
        name(request.logGroupName(), request.resourceIdentifier()),
        group -> with(group, builder -> builder.kmsKeyId(null)));
  }

  void protect(PutLogGroupDeletionProtectionRequest request) {
    LogsFault.throwIfAny(
        new Constraints()
            .required(request.logGroupIdentifier(), "logGroupIdentifier")
            .required(request.deletionProtectionEnabled(), "deletionProtectionEnabled"));
    groups.change(
        groups.nameOfIdentifier(request.logGroupIdentifier()),
        group ->
            with(
                group,
                builder -> builder.deletionProtectionEnabled(request.deletionProtectionEnabled())));
  }

  void tag(@Nullable String name, Map<String, String> tags) {
    Constraints constraints = new Constraints();
    AccountTags.check(constraints, tags);
    LogsFault.throwIfAny(constraints);
    groups.change(name, group -> group.withTags(AccountTags.merged(group.tags(), tags)));
  }

  void untag(@Nullable String name, List<String> keys) {
    groups.change(name, group -> group.withTags(AccountTags.without(group.tags(), keys)));
  }

  Map<String, String> tags(@Nullable String name) {
    LogsFault.throwIfAny(LogGroups.nameConstraints(name));
    return groups.require(String.valueOf(name)).tags();
  }

  private static Stored<LogGroup> with(Stored<LogGroup> group, Consumer<LogGroup.Builder> change) {
    return group.with(model -> model.copy(change));
  }

  private String name(@Nullable String name, @Nullable String identifier) {
    if ((name == null) == (identifier == null)) {
      throw LogsFault.invalidParameter(
          "Exactly one of logGroupName and resourceIdentifier must be given.");
    }
    return identifier == null ? String.valueOf(name) : groups.nameOfArn(identifier);
  }
}
