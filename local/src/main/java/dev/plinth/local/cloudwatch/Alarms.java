/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.local.cloudwatch;

import dev.plinth.local.account.AccountContext;
import dev.plinth.local.account.Constraints;
import dev.plinth.local.store.SdkFields;
import dev.plinth.local.store.Stock;
import dev.plinth.local.store.Stored;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.cloudwatch.model.AlarmType;
import software.amazon.awssdk.services.cloudwatch.model.DescribeAlarmsRequest;
import software.amazon.awssdk.services.cloudwatch.model.DescribeAlarmsResponse;
import software.amazon.awssdk.services.cloudwatch.model.MetricAlarm;
import software.amazon.awssdk.services.cloudwatch.model.PutMetricAlarmRequest;
import software.amazon.awssdk.services.cloudwatch.model.StateValue;

/** The account's metric alarms. */
final class Alarms {
  private static final int PAGE = 100;

  private final AccountContext account;
  private final Stock<MetricAlarm> stock;

  Alarms(AccountContext account, Stock<MetricAlarm> stock) {
    this.account = account;
    this.stock = stock;
  }

  String arn(String name) {
    return account.arn("cloudwatch", "alarm:" + name);
  }

  List<String> arns() {
    return stock.names().stream().map(this::arn).toList();
  }

  /** Tags are given to a new alarm only; of one that is there they are ignored. */
  void put(PutMetricAlarmRequest request) {
    var tags = TagLists.map(request.tags());
    new AlarmRules(request).check(tags);
    Instant now = Instant.ofEpochMilli(account.now());
    MetricAlarm asked =
        SdkFields.copy(request, MetricAlarm.builder(), MetricAlarm.class)
            .copy(
                alarm ->
                    alarm
                        .alarmArn(arn(request.alarmName()))
                        .actionsEnabled(!Boolean.FALSE.equals(request.actionsEnabled()))
                        .alarmConfigurationUpdatedTimestamp(now));
    stock.put(
        request.alarmName(),
        () -> new Stored<>(begun(asked, now), tags),
        old -> changed(old, asked));
  }

  private static MetricAlarm begun(MetricAlarm alarm, Instant now) {
    return alarm.copy(
        builder ->
            builder
                .stateValue(StateValue.INSUFFICIENT_DATA)
                .stateReason("Unchecked: Initial alarm creation")
                .stateUpdatedTimestamp(now));
  }

  private static Stored<MetricAlarm> changed(Stored<MetricAlarm> old, MetricAlarm asked) {
    return old.with(
        before ->
            asked.copy(
                builder ->
                    builder
                        .stateValue(before.stateValue())
                        .stateReason(before.stateReason())
                        .stateUpdatedTimestamp(before.stateUpdatedTimestamp())));
  }

  DescribeAlarmsResponse describe(DescribeAlarmsRequest request) {
    CloudWatchFault.throwIfAny(
        new Constraints()
            .range(request.maxRecords(), "maxRecords", 1, PAGE)
            .count(request.alarmNames(), "alarmNames", PAGE));
    if (request.hasAlarmNames() && request.alarmNamePrefix() != null) {
      throw CloudWatchFault.combination("AlarmNamePrefix and AlarmNames are mutually exclusive.");
    }
    boolean metrics =
        !request.hasAlarmTypes() || request.alarmTypes().contains(AlarmType.METRIC_ALARM);
    int limit = Optional.ofNullable(request.maxRecords()).orElse(PAGE);
    List<MetricAlarm> found = new ArrayList<>();
    for (String name : metrics ? candidates(request) : List.<String>of()) {
      Optional<MetricAlarm> alarm =
          stock.find(name).map(Stored::model).filter(each -> matches(each, request));
      if (alarm.isPresent() && found.size() == limit) {
        return DescribeAlarmsResponse.builder().metricAlarms(found).nextToken(name).build();
      }
      alarm.ifPresent(found::add);
    }
    return DescribeAlarmsResponse.builder().metricAlarms(found).build();
  }

  private Collection<String> candidates(DescribeAlarmsRequest request) {
    String from = Optional.ofNullable(request.nextToken()).orElse("");
    if (request.hasAlarmNames()) {
      NavigableSet<String> names = new TreeSet<>(request.alarmNames());
      return names.tailSet(from, true);
    }
    return stock.names(from, Optional.ofNullable(request.alarmNamePrefix()).orElse(""));
  }

  private static boolean matches(MetricAlarm alarm, DescribeAlarmsRequest request) {
    return (request.stateValueAsString() == null
            || request.stateValueAsString().equals(alarm.stateValueAsString()))
        && (request.actionPrefix() == null
            || alarm.alarmActions().stream()
                .anyMatch(each -> each.startsWith(request.actionPrefix())));
  }

  /** Deletes all of the alarms or, when one of them does not exist, none. */
  void delete(Collection<String> names) {
    CloudWatchFault.throwIfAny(new Constraints().count(names, "alarmNames", PAGE));
    List<String> missing = names.stream().filter(name -> !stock.contains(name)).toList();
    if (!missing.isEmpty()) {
      throw CloudWatchFault.noAlarms(missing);
    }
    names.forEach(stock::delete);
  }

  void enableActions(Collection<String> names, boolean enabled) {
    for (String name : names) {
      if (stock.contains(name)) {
        stock.change(
            name,
            () -> CloudWatchFault.notFound(arn(name)),
            alarm -> alarm.with(model -> model.copy(builder -> builder.actionsEnabled(enabled))));
      }
    }
  }

  /** The alarm that an ARN names, by name. */
  String require(@Nullable String arn) {
    String prefix = arn("");
    if (arn == null || !arn.startsWith(prefix) || !stock.contains(arn.substring(prefix.length()))) {
      throw CloudWatchFault.notFound(String.valueOf(arn));
    }
    return arn.substring(prefix.length());
  }

  Stock<MetricAlarm> stock() {
    return stock;
  }
}
