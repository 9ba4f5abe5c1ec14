/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.local.scheduler;

import dev.plinth.local.account.AccountContext;
import dev.plinth.local.account.AccountTags;
import dev.plinth.local.account.Constraints;
import dev.plinth.local.store.SdkFields;
import dev.plinth.local.store.Stock;
import dev.plinth.local.store.Stored;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.scheduler.model.CreateScheduleGroupRequest;
import software.amazon.awssdk.services.scheduler.model.GetScheduleGroupResponse;
import software.amazon.awssdk.services.scheduler.model.ListScheduleGroupsRequest;
import software.amazon.awssdk.services.scheduler.model.ListScheduleGroupsResponse;
import software.amazon.awssdk.services.scheduler.model.ScheduleGroupState;
import software.amazon.awssdk.services.scheduler.model.ScheduleGroupSummary;
import software.amazon.awssdk.services.scheduler.model.Tag;

/** The groups of schedules. The default one is always there and is not kept. */
final class ScheduleGroups {
  static final String DEFAULT = "default";
  static final Pattern NAME = Pattern.compile("[0-9a-zA-Z-_.]+");
  private static final int LONGEST_NAME = 64;

  private final AccountContext account;
  private final Stock<GetScheduleGroupResponse> stock;

  ScheduleGroups(AccountContext account, Stock<GetScheduleGroupResponse> stock) {
    this.account = account;
    this.stock = stock;
  }

  static Constraints nameConstraints(@Nullable String name, String member) {
    return new Constraints()
        .required(name, member)
        .length(name, member, 1, LONGEST_NAME)
        .pattern(name, member, NAME);
  }

  String arn(String name) {
    return account.arn("scheduler", "schedule-group/" + name);
  }

  List<String> arns() {
    return stock.names().stream().map(this::arn).toList();
  }

  void require(String name) {
    if (!name.equals(DEFAULT) && !stock.contains(name)) {
      throw SchedulerFault.noGroup(name);
    }
  }

  String create(CreateScheduleGroupRequest request) {
    String name = request.name();
    Map<String, String> tags = tags(request.tags());
    Constraints constraints = nameConstraints(name, "name");
    AccountTags.check(constraints, tags);
    SchedulerFault.throwIfAny(constraints.count(tags.keySet(), "tags", AccountTags.MOST));
    if (name.equals(DEFAULT)) {
      throw SchedulerFault.exists("Schedule group", name);
    }
    Instant now = Instant.ofEpochMilli(account.now());
    GetScheduleGroupResponse group =
        GetScheduleGroupResponse.builder()
            .name(name)
            .arn(arn(name))
            .state(ScheduleGroupState.ACTIVE)
            .creationDate(now)
            .lastModificationDate(now)
            .build();
    stock.create(
        name, new Stored<>(group, tags), () -> SchedulerFault.exists("Schedule group", name));
    return group.arn();
  }

  GetScheduleGroupResponse get(@Nullable String name) {
    SchedulerFault.throwIfAny(nameConstraints(name, "name"));
    String valid = String.valueOf(name);
    require(valid);
    return stock
        .find(valid)
        .map(Stored::model)
        .orElseGet(
            () ->
                GetScheduleGroupResponse.builder()
                    .name(DEFAULT)
                    .arn(arn(DEFAULT))
                    .state(ScheduleGroupState.ACTIVE)
                    .build());
  }

  ListScheduleGroupsResponse list(ListScheduleGroupsRequest request) {
    String prefix = Optional.ofNullable(request.namePrefix()).orElse("");
    List<GetScheduleGroupResponse> all = new ArrayList<>(stock.all(prefix));
    if (DEFAULT.startsWith(prefix)) {
      all.add(get(DEFAULT));
    }
    return ListScheduleGroupsResponse.builder()
        .scheduleGroups(
            all.stream()
                .map(
                    group ->
                        SdkFields.copy(
                            group, ScheduleGroupSummary.builder(), ScheduleGroupSummary.class))
                .toList())
        .build();
  }

  void delete(@Nullable String name) {
    SchedulerFault.throwIfAny(nameConstraints(name, "name"));
    String valid = String.valueOf(name);
    if (valid.equals(DEFAULT)) {
      throw SchedulerFault.validation("The default schedule group cannot be deleted.");
    }
    if (!stock.delete(valid)) {
      throw SchedulerFault.noGroup(valid);
    }
  }

  /** The group that an ARN names: only groups have tags. */
  private String named(@Nullable String arn) {
    String prefix = arn("");
    if (arn == null || !arn.startsWith(prefix) || !stock.contains(arn.substring(prefix.length()))) {
      throw SchedulerFault.notFound("Resource " + arn + " does not exist.");
    }
    return arn.substring(prefix.length());
  }

  List<Tag> tagsOf(@Nullable String arn) {
    Map<String, String> tags = stock.find(named(arn)).map(Stored::tags).orElse(Map.of());
    return AccountTags.listed(tags, (key, value) -> Tag.builder().key(key).value(value).build());
  }

  void tag(@Nullable String arn, List<Tag> added) {
    change(arn, present -> AccountTags.merged(present, tags(added)));
  }

  void untag(@Nullable String arn, List<String> keys) {
    change(arn, present -> AccountTags.without(present, keys));
  }

  private void change(@Nullable String arn, UnaryOperator<Map<String, String>> change) {
    String name = named(arn);
    stock.changeTags(
        name,
        () -> SchedulerFault.noGroup(name),
        present -> {
          Map<String, String> changed = change.apply(present);
          Constraints constraints =
              new Constraints().count(changed.keySet(), "tags", AccountTags.MOST);
          AccountTags.check(constraints, changed);
          SchedulerFault.throwIfAny(constraints);
          return changed;
        });
  }

  private static Map<String, String> tags(List<Tag> tags) {
    return AccountTags.of(tags, Tag::key, Tag::value);
  }
}
