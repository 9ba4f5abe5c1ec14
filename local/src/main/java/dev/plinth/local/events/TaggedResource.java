/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.local.events;

import dev.plinth.local.store.Stock;
import dev.plinth.local.store.Stored;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkPojo;

/**
 * A bus or a rule, as its tags are asked for.
 *
 * @param key its name in the stock
 */
record TaggedResource(Stock<? extends SdkPojo> stock, String key, String arn) {
  static TaggedResource find(@Nullable String arn, EventBuses buses, Rules rules) {
    String named = String.valueOf(arn);
    for (String key : rules.stock().names()) {
      if (rules.stock().find(key).filter(rule -> rule.model().arn().equals(named)).isPresent()) {
        return new TaggedResource(rules.stock(), key, named);
      }
    }
    for (String key : buses.stock().names()) {
      if (buses.arn(key).equals(named)) {
        return new TaggedResource(buses.stock(), key, named);
      }
    }
    throw EventsFault.notFound("Resource " + named + " does not exist.");
  }

  Map<String, String> tags() {
    return stock.find(key).<Map<String, String>>map(Stored::tags).orElse(Map.of());
  }

  void change(UnaryOperator<Map<String, String>> change) {
    stock.changeTags(
        key,
        () -> EventsFault.notFound("Resource " + arn + " does not exist."),
        tags -> {
          Map<String, String> changed = change.apply(tags);
          TagLists.check(changed);
          return changed;
        });
  }
}
