/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.programs.computestack.asl;

import dev.plinth.api.json.JsonText;
import dev.plinth.rules.asl.Problem;
import dev.plinth.rules.asl.StateMachineRules;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A state machine.
 *
 * @param timeoutSeconds longest run; none when empty
 * @param states by name
 * @see <a href="https://states-language.net/spec.html">Amazon States Language</a>
 */
public record StateMachineDefinition(
    String comment, String startAt, Optional<Integer> timeoutSeconds, Map<String, State> states) {
  /** Keeps the order of the states. */
  public StateMachineDefinition {
    states = Collections.unmodifiableMap(new LinkedHashMap<>(states));
  }

  /** As the Amazon States Language writes it. */
  public String toJson() {
    return JsonText.of(toMap());
  }

  /** What the language forbids about it; empty when it can be created. */
  public List<Problem> problems() {
    return StateMachineRules.problems(toMap());
  }

  private Map<String, Object> toMap() {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("Comment", comment);
    map.put("StartAt", startAt);
    timeoutSeconds.ifPresent(seconds -> map.put("TimeoutSeconds", seconds));
    Map<String, Object> all = new LinkedHashMap<>();
    states.forEach((name, state) -> all.put(name, state.toMap()));
    map.put("States", all);
    return map;
  }
}
