/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.local.events;

import dev.plinth.local.account.AccountContext;
import dev.plinth.local.account.Constraints;
import dev.plinth.local.pattern.EventPattern;
import dev.plinth.local.store.SdkFields;
import dev.plinth.local.store.Stock;
import dev.plinth.local.store.Stored;
import dev.plinth.rules.schedule.ScheduleExpression;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.eventbridge.model.DescribeRuleResponse;
import software.amazon.awssdk.services.eventbridge.model.ListRulesRequest;
import software.amazon.awssdk.services.eventbridge.model.ListRulesResponse;
import software.amazon.awssdk.services.eventbridge.model.PutRuleRequest;
import software.amazon.awssdk.services.eventbridge.model.Rule;
import software.amazon.awssdk.services.eventbridge.model.RuleState;

/** The rules of the account's buses. */
final class Rules {
  private static final Pattern NAME = Pattern.compile("[\\.\\-_A-Za-z0-9]+");
  private static final int LONGEST_NAME = 64;
  private static final int LONGEST_TEXT = 512;
  private static final int LONGEST_EXPRESSION = 256;
  private static final int LONGEST_PATTERN = 4096;
  private static final int MOST_PER_BUS = 300;
  private static final int PAGE = 100;

  private final AccountContext account;
  private final EventBuses buses;
  private final Stock<DescribeRuleResponse> stock;

  Rules(AccountContext account, EventBuses buses, Stock<DescribeRuleResponse> stock) {
    this.account = account;
    this.buses = buses;
    this.stock = stock;
  }

  /** Names of buses have no colon. */
  static String key(String bus, String name) {
    return bus + ":" + name;
  }

  String arn(String bus, String name) {
    String path = bus.equals(EventBuses.DEFAULT) ? name : bus + "/" + name;
    return account.arn("events", "rule/" + path);
  }

  List<String> arns() {
    return stock.all("").stream().map(DescribeRuleResponse::arn).toList();
  }

  /** Tags are given to a new rule only; of one that is there they are ignored. */
  String put(PutRuleRequest request) {
    check(request);
    String bus = buses.require(request.eventBusName(), "events:PutRule");
    schedule(request, bus);
    Optional.ofNullable(request.eventPattern())
        .flatMap(EventPattern::problem)
        .ifPresent(
            problem -> {
              throw EventsFault.invalidPattern(problem);
            });
    String name = request.name();
    if (!stock.contains(key(bus, name)) && stock.names("", key(bus, "")).size() >= MOST_PER_BUS) {
      throw EventsFault.limitExceeded("The requested resource exceeds the maximum number allowed.");
    }
    DescribeRuleResponse rule =
        SdkFields.copy(request, DescribeRuleResponse.builder(), DescribeRuleResponse.class)
            .copy(
                builder ->
                    builder
                        .arn(arn(bus, name))
                        .eventBusName(bus)
                        .createdBy(account.accountId())
                        .state(Optional.ofNullable(request.stateAsString()).orElse("ENABLED")));
    stock.put(
        key(bus, name),
        () -> new Stored<>(rule, TagLists.map(request.tags())),
        present -> present.with(any -> rule));
    return rule.arn();
  }

  private static void check(PutRuleRequest request) {
    EventsFault.throwIfAny(
        nameConstraints(request.name())
            .length(request.description(), "description", 0, LONGEST_TEXT)
            .length(request.scheduleExpression(), "scheduleExpression", 0, LONGEST_EXPRESSION)
            .length(request.eventPattern(), "eventPattern", 0, LONGEST_PATTERN)
            .oneOf(
                request.stateAsString(),
                "state",
                RuleState.knownValues().stream().map(RuleState::toString).sorted().toList()));
    TagLists.check(TagLists.map(request.tags()));
    if (isUnset(request.eventPattern()) && isUnset(request.scheduleExpression())) {
      throw EventsFault.validation(
          "Parameter(s) EventPattern or ScheduleExpression must be specified.");
    }
  }

  private static void schedule(PutRuleRequest request, String bus) {
    if (isUnset(request.scheduleExpression())) {
      return;
    }
    if (!bus.equals(EventBuses.DEFAULT)) {
      throw EventsFault.validation(
          "ScheduleExpression is supported only on the default event bus.");
    }
    ScheduleExpression.ofRule(request.scheduleExpression())
        .problem()
        .ifPresent(
            problem -> {
              throw EventsFault.validation(
                  "Parameter ScheduleExpression is not valid. Reason: it " + problem + ".");
            });
  }

  private static boolean isUnset(@Nullable String text) {
    return text == null || text.isEmpty();
  }

  static Constraints nameConstraints(@Nullable String name) {
    return new Constraints()
        .required(name, "name")
        .length(name, "name", 1, LONGEST_NAME)
        .pattern(name, "name", NAME);
  }

  DescribeRuleResponse require(@Nullable String name, @Nullable String nameOrArnOfBus) {
    EventsFault.throwIfAny(nameConstraints(name));
    String bus = buses.resolve(nameOrArnOfBus);
    return stock
        .find(key(bus, String.valueOf(name)))
        .map(Stored::model)
        .orElseThrow(() -> EventsFault.noRule(String.valueOf(name), bus));
  }

  void setState(String name, @Nullable String bus, RuleState state) {
    DescribeRuleResponse rule = require(name, bus);
    stock.change(
        key(rule.eventBusName(), name),
        () -> EventsFault.noRule(name, rule.eventBusName()),
        stored -> stored.with(model -> model.copy(builder -> builder.state(state))));
  }

  /** That a rule does not exist is no failure. */
  void delete(String name, @Nullable String nameOrArnOfBus) {
    EventsFault.throwIfAny(nameConstraints(name));
    stock.delete(key(buses.resolve(nameOrArnOfBus), name));
  }

  boolean anyOf(String bus) {
    return !stock.names("", key(bus, "")).isEmpty();
  }

  ListRulesResponse list(ListRulesRequest request) {
    String bus = buses.resolve(request.eventBusName());
    int limit = Optional.ofNullable(request.limit()).orElse(PAGE);
    String prefix = key(bus, Optional.ofNullable(request.namePrefix()).orElse(""));
    List<Rule> found = new ArrayList<>();
    for (String key : stock.names(Optional.ofNullable(request.nextToken()).orElse(""), prefix)) {
      if (found.size() == limit) {
        return ListRulesResponse.builder().rules(found).nextToken(key).build();
      }
      stock.find(key).ifPresent(rule -> found.add(listed(rule.model())));
    }
    return ListRulesResponse.builder().rules(found).build();
  }

  private static Rule listed(DescribeRuleResponse rule) {
    return SdkFields.copy(rule, Rule.builder(), Rule.class);
  }

  Stock<DescribeRuleResponse> stock() {
    return stock;
  }
}
