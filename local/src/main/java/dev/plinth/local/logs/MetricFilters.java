/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.local.logs;

import dev.plinth.local.account.AccountContext;
import dev.plinth.local.account.Constraints;
import dev.plinth.local.store.SdkFields;
import dev.plinth.local.store.Stock;
import dev.plinth.local.store.Stored;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cloudwatchlogs.model.DeleteMetricFilterRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.DescribeMetricFiltersRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.DescribeMetricFiltersResponse;
import software.amazon.awssdk.services.cloudwatchlogs.model.MetricFilter;
import software.amazon.awssdk.services.cloudwatchlogs.model.MetricTransformation;
import software.amazon.awssdk.services.cloudwatchlogs.model.PutMetricFilterRequest;

/** The metric filters of the log groups, which go with their group. */
final class MetricFilters {
  private static final Pattern NAME = Pattern.compile("[^:*]*");
  private static final int LONGEST_NAME = 512;
  private static final int LONGEST_PATTERN = 1024;
  private static final int MOST_PER_GROUP = 100;
  private static final int PAGE = 50;

  private final AccountContext account;
  private final LogGroups groups;
  private final Stock<MetricFilter> stock;

  MetricFilters(AccountContext account, LogGroups groups, Stock<MetricFilter> stock) {
    this.account = account;
    this.groups = groups;
    this.stock = stock;
  }

  void put(PutMetricFilterRequest request) {
    check(request);
    String group = request.logGroupName();
    groups.require(group);
    String key = key(group, request.filterName());
    if (!stock.contains(key) && stock.names("", key(group, "")).size() >= MOST_PER_GROUP) {
      throw LogsFault.limitExceeded();
    }
    MetricFilter filter =
        SdkFields.copy(request, MetricFilter.builder(), MetricFilter.class)
            .copy(builder -> builder.creationTime(account.now()));
    stock.put(
        key,
        () -> new Stored<>(filter, Map.of()),
        present ->
            new Stored<>(
                filter.copy(builder -> builder.creationTime(present.model().creationTime())),
                Map.of()));
    count(group);
  }

  DescribeMetricFiltersResponse describe(DescribeMetricFiltersRequest request) {
    LogsFault.throwIfAny(
        new Constraints()
            .range(request.limit(), "limit", 1, PAGE)
            .length(request.filterNamePrefix(), "filterNamePrefix", 1, LONGEST_NAME)
            .pattern(request.filterNamePrefix(), "filterNamePrefix", NAME));
    if ((request.metricName() == null) != (request.metricNamespace() == null)) {
      throw LogsFault.invalidParameter("metricName and metricNamespace go together.");
    }
    String group = request.logGroupName();
    if (group != null) {
      LogsFault.throwIfAny(LogGroups.nameConstraints(group));
      groups.require(group);
    }
    int limit = Optional.ofNullable(request.limit()).orElse(PAGE);
    List<MetricFilter> found = new ArrayList<>();
    String from = Optional.ofNullable(request.nextToken()).orElse("");
    for (String key : stock.names(from, group == null ? "" : key(group, ""))) {
      Optional<MetricFilter> filter =
          stock.find(key).map(Stored::model).filter(each -> matches(each, request));
      if (filter.isPresent() && found.size() == limit) {
        return DescribeMetricFiltersResponse.builder().metricFilters(found).nextToken(key).build();
      }
      filter.ifPresent(found::add);
    }
    return DescribeMetricFiltersResponse.builder().metricFilters(found).build();
  }

  void delete(DeleteMetricFilterRequest request) {
    LogsFault.throwIfAny(
        nameConstraints(LogGroups.nameConstraints(request.logGroupName()), request.filterName()));
    groups.require(request.logGroupName());
    if (!stock.delete(key(request.logGroupName(), request.filterName()))) {
      throw LogsFault.notFound("The specified metric filter does not exist.");
    }
    count(request.logGroupName());
  }

  void deleteAllOf(String group) {
    stock.names("", key(group, "")).forEach(stock::delete);
  }

  private void count(String group) {
    int number = stock.names("", key(group, "")).size();
    groups.change(
        group,
        stored -> stored.with(model -> model.copy(builder -> builder.metricFilterCount(number))));
  }

  private static boolean matches(MetricFilter filter, DescribeMetricFiltersRequest request) {
    MetricTransformation metric = filter.metricTransformations().get(0);
    return startsWith(filter.filterName(), request.filterNamePrefix())
        && (request.metricName() == null
            || (metric.metricName().equals(request.metricName())
                && metric.metricNamespace().equals(request.metricNamespace())));
  }

  private static boolean startsWith(String name, @Nullable String prefix) {
    return prefix == null || name.startsWith(prefix);
  }

  private static void check(PutMetricFilterRequest request) {
    Constraints constraints =
        nameConstraints(LogGroups.nameConstraints(request.logGroupName()), request.filterName())
            .required(request.filterPattern(), "filterPattern")
            .length(request.filterPattern(), "filterPattern", 0, LONGEST_PATTERN)
            .that(
                request.metricTransformations().size() == 1,
                request.metricTransformations().size(),
                "metricTransformations",
                "Member must have length equal to 1");
    request.metricTransformations().forEach(each -> MetricRules.check(each, constraints));
    LogsFault.throwIfAny(constraints);
    request.metricTransformations().forEach(MetricRules::checkTogether);
  }

  private static Constraints nameConstraints(Constraints constraints, @Nullable String name) {
    return constraints
        .required(name, "filterName")
        .length(name, "filterName", 1, LONGEST_NAME)
        .pattern(name, "filterName", NAME);
  }

  /** No name of a group or a filter has a colon. */
  private static String key(String group, String filter) {
    return group + ":" + filter;
  }
}
