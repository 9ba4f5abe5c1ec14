/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.api.computestack;

import dev.plinth.api.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What an event pattern lets through, as far as can be told without an event. What it says in other
 * ways than by values and beginnings of values is taken to match.
 */
final class EventPattern {
  private final Map<?, ?> members;

  private EventPattern(Map<?, ?> members) {
    this.members = members;
  }

  /**
   * A pattern; one that is no JSON object, which is reported elsewhere, lets everything through.
   */
  static EventPattern of(String text) {
    return new EventPattern(JsonObject.read(text).<Map<?, ?>>map(read -> read).orElse(Map.of()));
  }

  /** Whether an event may match in which the member has the value. */
  boolean mayHave(String value, String... member) {
    return may(value::equals, value::startsWith, member);
  }

  /** Whether an event may match in which the member's value begins so. */
  boolean mayBegin(String beginning, String... member) {
    return may(
        value -> value.startsWith(beginning),
        prefix -> prefix.startsWith(beginning) || beginning.startsWith(prefix),
        member);
  }

  /** Whether an event may match in which the member's value ends so. */
  boolean mayEnd(String end, String... member) {
    return may(value -> value.endsWith(end), prefix -> true, member);
  }

  private boolean may(Predicate<String> value, Predicate<String> prefix, String... member) {
    return listAt(member)
        .map(all -> all.stream().anyMatch(one -> matches(one, value, prefix)))
        .orElse(true);
  }

  private Optional<List<?>> listAt(String... member) {
    Object at = members;
    for (String name : member) {
      at = at instanceof Map<?, ?> map ? map.get(name) : null;
    }
    return at instanceof List<?> list ? Optional.of(list) : Optional.empty();
  }

  private static boolean matches(Object one, Predicate<String> value, Predicate<String> prefix) {
    if (one instanceof String text) {
      return value.test(text);
    }
    return !(one instanceof Map<?, ?> matcher)
        || !(matcher.get("prefix") instanceof String text)
        || prefix.test(text);
  }
}
