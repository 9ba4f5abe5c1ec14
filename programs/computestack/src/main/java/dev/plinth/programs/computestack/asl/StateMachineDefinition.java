/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.programs.computestack.asl;

import dev.plinth.api.json.JsonText;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A state machine.
 *
 * @param timeoutSeconds longest run; none when empty
 * @param states by name
 * @see <a href="https://states-language.net/spec.html">Amazon States Language</a>
 */
public record StateMachineDefinition(
    String comment, String startAt, Optional<Integer> timeoutSeconds, Map<String, State> states) {
  private static final int LONGEST_NAME = 80;
  private static final int MOST_BYTES = 1024 * 1024;

  /** Keeps the order of the states. */
  public StateMachineDefinition {
    states = Collections.unmodifiableMap(new LinkedHashMap<>(states));
  }

  /** As the Amazon States Language writes it. */
  public String toJson() {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("Comment", comment);
    map.put("StartAt", startAt);
    timeoutSeconds.ifPresent(seconds -> map.put("TimeoutSeconds", seconds));
    Map<String, Object> all = new LinkedHashMap<>();
    states.forEach((name, state) -> all.put(name, state.toMap()));
    map.put("States", all);
    return JsonText.of(map);
  }

  /** What the language forbids about it; empty when it can be created. */
  public List<String> problems() {
    List<String> problems = new ArrayList<>();
    if (!states.containsKey(startAt)) {
      problems.add("StartAt names " + startAt + ", which is no state");
    }
    states.forEach((name, state) -> check(name, state, problems));
    Set<String> reached = reachable();
    states.keySet().stream()
        .filter(name -> !reached.contains(name))
        .forEach(name -> problems.add("no way leads to the state " + name));
    boolean ends =
        states.entrySet().stream()
            .anyMatch(entry -> reached.contains(entry.getKey()) && isEnd(entry.getValue()));
    if (!ends) {
      problems.add("no state ends the machine");
    }
    if (toJson().getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
      problems.add("the definition takes more than 1 MB");
    }
    return problems;
  }

  private void check(String name, State state, List<String> problems) {
    if (name.isEmpty() || name.length() > LONGEST_NAME) {
      problems.add("the name of a state must have 1 to 80 characters: " + name);
    }
    state.problems().forEach(problem -> problems.add("state " + name + ": " + problem));
    state.successors().stream()
        .filter(next -> !states.containsKey(next))
        .forEach(
            next -> problems.add("state " + name + " leads to " + next + ", which is no state"));
  }

  private Set<String> reachable() {
    Set<String> reached = new LinkedHashSet<>();
    Deque<String> waiting = new ArrayDeque<>(List.of(startAt));
    while (!waiting.isEmpty()) {
      String name = waiting.pop();
      State state = states.get(name);
      if (state != null && reached.add(name)) {
        waiting.addAll(state.successors());
      }
    }
    return reached;
  }

  private static boolean isEnd(State state) {
    return state instanceof State.Succeed
        || state instanceof State.Fail
        || (state instanceof State.Task task && task.next().isEmpty());
  }
}
