/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.local.events;

import dev.plinth.local.store.Stock;
import dev.plinth.local.store.Stored;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.eventbridge.model.DescribeRuleResponse;
import software.amazon.awssdk.services.eventbridge.model.ListTargetsByRuleRequest;
import software.amazon.awssdk.services.eventbridge.model.ListTargetsByRuleResponse;
import software.amazon.awssdk.services.eventbridge.model.PutTargetsRequest;
import software.amazon.awssdk.services.eventbridge.model.RemoveTargetsRequest;
import software.amazon.awssdk.services.eventbridge.model.Target;

/** The targets of the rules. */
final class Targets {
  private static final int MOST_PER_RULE = 5;
  private static final int PAGE = 100;

  private final Rules rules;
  private final Stock<Target> stock;

  Targets(Rules rules, Stock<Target> stock) {
    this.rules = rules;
    this.stock = stock;
  }

  void put(PutTargetsRequest request) {
    String rule = ruleKey(request.rule(), request.eventBusName());
    request.targets().forEach(target -> new TargetRules(target).check());
    long added =
        request.targets().stream()
            .map(target -> key(rule, target.id()))
            .distinct()
            .filter(key -> !stock.contains(key))
            .count();
    if (stock.names("", key(rule, "")).size() + added > MOST_PER_RULE) {
      throw EventsFault.limitExceeded("The requested resource exceeds the maximum number allowed.");
    }
    for (Target target : request.targets()) {
      Stored<Target> stored = new Stored<>(target, Map.of());
      stock.put(key(rule, target.id()), () -> stored, any -> stored);
    }
  }

  ListTargetsByRuleResponse list(ListTargetsByRuleRequest request) {
    String rule = ruleKey(request.rule(), request.eventBusName());
    int limit = Optional.ofNullable(request.limit()).orElse(PAGE);
    List<Target> found = new ArrayList<>();
    String from = Optional.ofNullable(request.nextToken()).orElse("");
    for (String key : stock.names(from, key(rule, ""))) {
      if (found.size() == limit) {
        return ListTargetsByRuleResponse.builder().targets(found).nextToken(key).build();
      }
      stock.find(key).ifPresent(target -> found.add(target.model()));
    }
    return ListTargetsByRuleResponse.builder().targets(found).build();
  }

  void remove(RemoveTargetsRequest request) {
    String rule = ruleKey(request.rule(), request.eventBusName());
    request.ids().forEach(id -> stock.delete(key(rule, id)));
  }

  boolean anyOf(String bus, String rule) {
    return !stock.names("", key(Rules.key(bus, rule), "")).isEmpty();
  }

  private String ruleKey(@Nullable String name, @Nullable String bus) {
    DescribeRuleResponse rule = rules.require(name, bus);
    return Rules.key(rule.eventBusName(), rule.name());
  }

  private static String key(String rule, String id) {
    return rule + ":" + id;
  }
}
