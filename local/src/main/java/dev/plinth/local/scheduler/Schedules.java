/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.local.scheduler;

import dev.plinth.local.account.AccountContext;
import dev.plinth.local.catalogue.Catalogue;
import dev.plinth.local.catalogue.ResourceKind;
import dev.plinth.local.store.SdkFields;
import dev.plinth.local.store.Stock;
import dev.plinth.local.store.Stored;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.scheduler.model.CreateScheduleRequest;
import software.amazon.awssdk.services.scheduler.model.GetScheduleResponse;
import software.amazon.awssdk.services.scheduler.model.ListSchedulesRequest;
import software.amazon.awssdk.services.scheduler.model.ListSchedulesResponse;
import software.amazon.awssdk.services.scheduler.model.RetryPolicy;
import software.amazon.awssdk.services.scheduler.model.ScheduleState;
import software.amazon.awssdk.services.scheduler.model.ScheduleSummary;
import software.amazon.awssdk.services.scheduler.model.Target;
import software.amazon.awssdk.services.scheduler.model.TargetSummary;
import software.amazon.awssdk.services.scheduler.model.UpdateScheduleRequest;

/** The schedules of the account, each in a group. */
final class Schedules {
  /** How long and how often Scheduler tries where a target does not say. */
  private static final RetryPolicy RETRIES =
      RetryPolicy.builder().maximumEventAgeInSeconds(86_400).maximumRetryAttempts(185).build();

  private static final int PAGE = 100;

  private final AccountContext account;
  private final ScheduleGroups groups;
  private final Catalogue catalogue;
  private final Stock<GetScheduleResponse> stock;

  Schedules(
      AccountContext account,
      ScheduleGroups groups,
      Catalogue catalogue,
      Stock<GetScheduleResponse> stock) {
    this.account = account;
    this.groups = groups;
    this.catalogue = catalogue;
    this.stock = stock;
  }

  List<String> arns() {
    return stock.all("").stream().map(GetScheduleResponse::arn).toList();
  }

  String create(CreateScheduleRequest request) {
    GetScheduleResponse schedule = checked(request, "scheduler:CreateSchedule");
    String name = schedule.name();
    stock.create(
        key(schedule.groupName(), name),
        new Stored<>(dated(schedule, now()), Map.of()),
        () -> SchedulerFault.exists("Schedule", name));
    return schedule.arn();
  }

  /** A schedule becomes what the request says; what it leaves out becomes the default. */
  String update(UpdateScheduleRequest request) {
    GetScheduleResponse schedule = checked(request, "scheduler:UpdateSchedule");
    stock.change(
        key(schedule.groupName(), schedule.name()),
        () -> SchedulerFault.noSchedule(schedule.name()),
        stored -> stored.with(before -> dated(schedule, before.creationDate())));
    return schedule.arn();
  }

  private GetScheduleResponse dated(GetScheduleResponse schedule, Instant created) {
    return schedule.copy(builder -> builder.creationDate(created).lastModificationDate(now()));
  }

  private Instant now() {
    return Instant.ofEpochMilli(account.now());
  }

  private GetScheduleResponse checked(SdkPojo request, String call) {
    GetScheduleResponse asked =
        SdkFields.copy(request, GetScheduleResponse.builder(), GetScheduleResponse.class);
    new ScheduleRules(asked).check();
    String group = groupName(asked.groupName());
    groups.require(group);
    catalogue.require(
        ResourceKind.ROLE,
        asked.target().roleArn(),
        call,
        () ->
            SchedulerFault.validation(
                "The execution role you provide must allow AWS EventBridge Scheduler to assume the"
                    + " role."));
    return asked.copy(
        builder ->
            builder
                .groupName(group)
                .arn(account.arn("scheduler", "schedule/" + group + "/" + asked.name()))
                .scheduleExpressionTimezone(
                    Optional.ofNullable(asked.scheduleExpressionTimezone()).orElse("UTC"))
                .state(Optional.ofNullable(asked.state()).orElse(ScheduleState.ENABLED))
                .target(withRetries(asked.target())));
  }

  private static Target withRetries(Target target) {
    RetryPolicy asked = Optional.ofNullable(target.retryPolicy()).orElse(RETRIES);
    return target.copy(
        builder ->
            builder.retryPolicy(
                retries ->
                    retries
                        .maximumEventAgeInSeconds(
                            Optional.ofNullable(asked.maximumEventAgeInSeconds())
                                .orElse(RETRIES.maximumEventAgeInSeconds()))
                        .maximumRetryAttempts(
                            Optional.ofNullable(asked.maximumRetryAttempts())
                                .orElse(RETRIES.maximumRetryAttempts()))));
  }

  GetScheduleResponse get(@Nullable String group, @Nullable String name) {
    SchedulerFault.throwIfAny(ScheduleGroups.nameConstraints(name, "name"));
    String valid = String.valueOf(name);
    return stock
        .find(key(groupName(group), valid))
        .map(Stored::model)
        .orElseThrow(() -> SchedulerFault.noSchedule(valid));
  }

  void delete(@Nullable String group, @Nullable String name) {
    SchedulerFault.throwIfAny(ScheduleGroups.nameConstraints(name, "name"));
    if (!stock.delete(key(groupName(group), String.valueOf(name)))) {
      throw SchedulerFault.noSchedule(String.valueOf(name));
    }
  }

  void deleteAllOf(String group) {
    stock.names("", key(group, "")).forEach(stock::delete);
  }

  ListSchedulesResponse list(ListSchedulesRequest request) {
    String prefix = request.groupName() == null ? "" : key(request.groupName(), "");
    int limit = Optional.ofNullable(request.maxResults()).orElse(PAGE);
    List<ScheduleSummary> found = new ArrayList<>();
    for (String key : stock.names(Optional.ofNullable(request.nextToken()).orElse(""), prefix)) {
      Optional<GetScheduleResponse> schedule =
          stock.find(key).map(Stored::model).filter(each -> matches(each, request));
      if (schedule.isPresent() && found.size() == limit) {
        return ListSchedulesResponse.builder().schedules(found).nextToken(key).build();
      }
      schedule.map(Schedules::summary).ifPresent(found::add);
    }
    return ListSchedulesResponse.builder().schedules(found).build();
  }

  private static boolean matches(GetScheduleResponse schedule, ListSchedulesRequest request) {
    return (request.namePrefix() == null || schedule.name().startsWith(request.namePrefix()))
        && (request.stateAsString() == null
            || request.stateAsString().equals(schedule.stateAsString()));
  }

  private static ScheduleSummary summary(GetScheduleResponse schedule) {
    return ScheduleSummary.builder()
        .arn(schedule.arn())
        .name(schedule.name())
        .groupName(schedule.groupName())
        .state(schedule.state())
        .creationDate(schedule.creationDate())
        .lastModificationDate(schedule.lastModificationDate())
        .target(TargetSummary.builder().arn(schedule.target().arn()).build())
        .build();
  }

  private static String groupName(@Nullable String group) {
    return Optional.ofNullable(group).orElse(ScheduleGroups.DEFAULT);
  }

  private static String key(String group, String name) {
    return group + "/" + name;
  }
}
