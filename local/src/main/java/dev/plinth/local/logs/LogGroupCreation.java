/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.local.logs;

import dev.plinth.local.account.AccountContext;
import dev.plinth.local.account.AccountTags;
import dev.plinth.local.account.Constraints;
import dev.plinth.local.catalogue.Catalogue;
import dev.plinth.local.catalogue.ResourceKind;
import dev.plinth.local.store.Stored;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.cloudwatchlogs.model.CreateLogGroupRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.LogGroup;

/** CreateLogGroup, and the check of the key that a group is encrypted with. */
final class LogGroupCreation {
  static final List<String> CLASSES = List.of("STANDARD", "INFREQUENT_ACCESS", "DELIVERY");
  private static final int LONGEST_KEY = 256;

  private final AccountContext account;
  private final LogGroups groups;
  private final Catalogue catalogue;

  LogGroupCreation(AccountContext account, LogGroups groups, Catalogue catalogue) {
    this.account = account;
    this.groups = groups;
    this.catalogue = catalogue;
  }

  void create(CreateLogGroupRequest request) {
    String name = request.logGroupName();
    Constraints constraints =
        LogGroups.nameConstraints(name)
            .length(request.kmsKeyId(), "kmsKeyId", 0, LONGEST_KEY)
            .oneOf(request.logGroupClassAsString(), "logGroupClass", CLASSES);
    AccountTags.check(constraints, request.tags());
    LogsFault.throwIfAny(constraints);
    if (name.startsWith("aws/")) {
      throw LogsFault.invalidParameter("Log groups starting with aws/ are reserved for AWS.");
    }
    Stored<LogGroup> group = new Stored<>(group(request), request.tags());
    groups.checkTags(group);
    groups.requireNew(name);
    if (request.kmsKeyId() != null) {
      requireKey(request.kmsKeyId(), name, "logs:CreateLogGroup");
    }
    groups.create(group);
  }

  void requireKey(String key, String name, String call) {
    LogsFault.throwIfAny(
        new Constraints()
            .length(key, "kmsKeyId", 1, LONGEST_KEY)
            .that(key.startsWith("arn:"), key, "kmsKeyId", "Member must be the ARN of a KMS key"));
    catalogue.require(
        ResourceKind.KMS_KEY,
        key,
        call,
        () ->
            LogsFault.accessDenied(
                "The specified KMS key does not exist or is not allowed to be used with Arn '"
                    + groups.arn(name)
                    + "'"));
  }

  private LogGroup group(CreateLogGroupRequest request) {
    String arn = groups.arn(request.logGroupName());
    return LogGroup.builder()
        .logGroupName(request.logGroupName())
        .creationTime(account.now())
        .metricFilterCount(0)
        .storedBytes(0L)
        .arn(arn + ":*")
        .logGroupArn(arn)
        .kmsKeyId(request.kmsKeyId())
        .logGroupClass(Optional.ofNullable(request.logGroupClassAsString()).orElse("STANDARD"))
        .deletionProtectionEnabled(Boolean.TRUE.equals(request.deletionProtectionEnabled()))
        .build();
  }
}
