/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.rules.asl;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * States that can reach each other: those of the machine itself, of a branch or of an item
 * processor.
 */
final class StatesScope {
  private static final int LONGEST_NAME = 80;
  private static final Set<String> LAST = Set.of("Succeed", "Fail");

  private final Node machine;
  private final QueryLanguage language;
  private final Set<String> reached = new LinkedHashSet<>();

  /**
   * @param machine has {@code StartAt} and {@code States}
   */
  StatesScope(Node machine, QueryLanguage language) {
    this.machine = machine;
    this.language = language;
  }

  void check() {
    machine.require("StartAt", "States");
    machine.wholeNumber("TimeoutSeconds", 1, StateCheck.LONGEST_SECONDS, language);
    String start = machine.text("StartAt");
    Node states = machine.child("States");
    if (states == null) {
      return;
    }
    if (states.names().isEmpty()) {
      machine.problem("States", "At least one state is needed");
    }
    if (start != null) {
      transition(states, start, machine.location() + "/StartAt", "StartAt");
    }
    check(states);
    unreachable(states);
  }

  private void check(Node states) {
    Map<String, Node> all = new LinkedHashMap<>();
    for (String name : states.names()) {
      if (name.isEmpty() || name.length() > LONGEST_NAME) {
        states.problem(name, "A state's name has 1 to " + LONGEST_NAME + " characters");
      }
      Node state = states.child(name);
      if (state != null) {
        all.put(name, state);
      }
    }
    all.values().forEach(state -> new StateCheck(state, language, target(states)).check());
    if (!all.isEmpty() && all.values().stream().noneMatch(StatesScope::ends)) {
      machine.problem("States", "No state ends the run");
    }
  }

  private static boolean ends(Node state) {
    return StateCheck.ends(state) || LAST.contains(String.valueOf(state.get("Type")));
  }

  private StateCheck.Target target(Node states) {
    return (node, field) -> {
      String next = node.text(field);
      if (next != null) {
        transition(states, next, node.location() + "/" + field, field);
      }
    };
  }

  private void transition(Node states, String target, String location, String field) {
    if (!states.has(target)) {
      machine
          .problems()
          .add(Problem.transition("Missing '" + field + "' target: " + target, location));
    }
    reached.add(target);
  }

  private void unreachable(Node states) {
    for (String name : states.names()) {
      if (!reached.contains(name)) {
        machine
            .problems()
            .add(
                Problem.transition(
                    "State \"" + name + "\" is not reachable.", states.location() + "/" + name));
      }
    }
  }
}
