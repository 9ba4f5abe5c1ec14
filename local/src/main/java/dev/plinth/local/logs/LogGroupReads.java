/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.local.logs;

import dev.plinth.local.account.Constraints;
import dev.plinth.local.store.Stored;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cloudwatchlogs.model.DescribeLogGroupsRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.DescribeLogGroupsResponse;
import software.amazon.awssdk.services.cloudwatchlogs.model.LogGroup;

/** DescribeLogGroups: by prefix, by part of the name or by identifiers, 50 at a time. */
final class LogGroupReads {
  private static final int MOST = 50;
  private static final int LONGEST_NAME = 512;

  private final LogGroups groups;

  LogGroupReads(LogGroups groups) {
    this.groups = groups;
  }

  DescribeLogGroupsResponse describe(DescribeLogGroupsRequest request) {
    check(request);
    int limit = Optional.ofNullable(request.limit()).orElse(MOST);
    List<LogGroup> found = new ArrayList<>();
    for (String name : candidates(request)) {
      Optional<LogGroup> group =
          groups.find(name).map(Stored::model).filter(each -> matches(each, request));
      if (group.isEmpty()) {
        continue;
      }
      if (found.size() == limit) {
        return DescribeLogGroupsResponse.builder().logGroups(found).nextToken(name).build();
      }
      found.add(group.get());
    }
    return DescribeLogGroupsResponse.builder().logGroups(found).build();
  }

  /** The names that can match; a token is the name that the next page begins with. */
  private NavigableSet<String> candidates(DescribeLogGroupsRequest request) {
    String from = Optional.ofNullable(request.nextToken()).orElse("");
    if (request.hasLogGroupIdentifiers()) {
      NavigableSet<String> names = new TreeSet<>();
      request.logGroupIdentifiers().forEach(each -> names.add(groups.nameOfIdentifier(each)));
      return names.tailSet(from, true);
    }
    return groups.names(from, Optional.ofNullable(request.logGroupNamePrefix()).orElse(""));
  }

  private static boolean matches(LogGroup group, DescribeLogGroupsRequest request) {
    return contains(group.logGroupName(), request.logGroupNamePattern())
        && (request.logGroupClassAsString() == null
            || request.logGroupClassAsString().equals(group.logGroupClassAsString()));
  }

  private static boolean contains(String name, @Nullable String part) {
    return part == null || name.contains(part);
  }

  private static void check(DescribeLogGroupsRequest request) {
    LogsFault.throwIfAny(
        new Constraints()
            .range(request.limit(), "limit", 1, MOST)
            .length(request.logGroupNamePrefix(), "logGroupNamePrefix", 1, LONGEST_NAME)
            .pattern(request.logGroupNamePrefix(), "logGroupNamePrefix", LogGroups.NAME)
            .length(request.logGroupNamePattern(), "logGroupNamePattern", 0, LONGEST_NAME)
            .oneOf(request.logGroupClassAsString(), "logGroupClass", LogGroupCreation.CLASSES)
            .count(request.logGroupIdentifiers(), "logGroupIdentifiers", MOST));
    if (request.logGroupNamePrefix() != null && request.logGroupNamePattern() != null) {
      throw LogsFault.invalidParameter(
          "LogGroup name prefix and LogGroup name pattern are mutually exclusive parameters.");
    }
    if (request.nextToken() != null && !LogGroups.NAME.matcher(request.nextToken()).matches()) {
      throw LogsFault.invalidParameter("The specified nextToken is invalid.");
    }
  }
}
