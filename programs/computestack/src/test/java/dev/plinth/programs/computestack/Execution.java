/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.programs.computestack;

import dev.plinth.programs.computestack.asl.Catcher;
import dev.plinth.programs.computestack.asl.State;
import dev.plinth.programs.computestack.asl.StateMachineDefinition;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An execution of a state machine, as far as our own machines use the language. Retries are what a
 * call makes of itself here: one that fails has failed after all of them.
 */
final class Execution {
  private static final Pattern ADD = Pattern.compile("States\\.MathAdd\\((.+), (\\d+)\\)");
  private static final Pattern STEP = Pattern.compile("([A-Za-z]+)(?:\\[(\\d+)])?");
  private static final String OUTSIDE = "States.DataLimitExceeded";

  /** What the machine calls. */
  interface World {
    /** Answers a call. */
    Object call(String action, Map<String, Object> parameters) throws Failure;

    /** Lets time pass. */
    void pass(int seconds);
  }

  /** A call that has failed. */
  static final class Failure extends Exception {
    private final String error;

    Failure(String error) {
      super(error);
      this.error = error;
    }
  }

  private final StateMachineDefinition machine;
  private final World world;
  private final Map<String, Object> data;
  private final List<String> way = new ArrayList<>();

  Execution(StateMachineDefinition machine, World world, Map<String, Object> input) {
    this.machine = machine;
    this.world = world;
    this.data = new LinkedHashMap<>(input);
  }

  /** The states that it went through, in order. */
  List<String> run() {
    String name = machine.startAt();
    while (true) {
      way.add(name);
      State state = machine.states().get(name);
      if (state instanceof State.Succeed || state instanceof State.Fail) {
        return List.copyOf(way);
      } else if (state instanceof State.Pass pass) {
        put(pass.resultPath(), filled(pass.parameters()));
        name = pass.next();
      } else if (state instanceof State.Wait wait) {
        world.pass(wait.seconds());
        name = wait.next();
      } else if (state instanceof State.Choice choice) {
        name = chosen(choice);
      } else if (state instanceof State.Task task) {
        Optional<String> next = called(task);
        if (next.isEmpty()) {
          return List.copyOf(way);
        }
        name = next.get();
      } else {
        throw new IllegalStateException("no state " + name);
      }
    }
  }

  /** Empty when it failed and nothing caught that. */
  private Optional<String> called(State.Task task) {
    try {
      String action = task.resource().substring(task.resource().indexOf(":::") + 3);
      put(task.resultPath().orElseThrow(), world.call(action, filled(task.parameters())));
      return task.next();
    } catch (Failure e) {
      for (Catcher catcher : task.catchers()) {
        boolean all = catcher.errors().contains("States.ALL") && !e.error.equals(OUTSIDE);
        if (all || catcher.errors().contains(e.error)) {
          put(catcher.resultPath(), Map.of("Error", e.error));
          return Optional.of(catcher.next());
        }
      }
      return Optional.empty();
    }
  }

  private String chosen(State.Choice choice) {
    return choice.rules().stream()
        .filter(rule -> holds(rule, find(rule.variable())))
        .map(State.Choice.Rule::next)
        .findFirst()
        .orElse(choice.otherwise());
  }

  private static boolean holds(State.Choice.Rule rule, Optional<Object> found) {
    Object operand = rule.operand();
    return switch (rule.comparison()) {
      case "IsPresent" -> operand.equals(found.isPresent());
      case "StringEquals" -> operand.equals(found.orElseThrow());
      case "StringGreaterThan" -> text(found).compareTo((String) operand) > 0;
      case "NumericGreaterThanEquals" -> (int) found.orElseThrow() >= (int) operand;
      default -> throw new IllegalStateException("no comparison " + rule.comparison());
    };
  }

  private static String text(Optional<Object> found) {
    return (String) found.orElseThrow();
  }

  private Map<String, Object> filled(Map<?, ?> template) {
    Map<String, Object> filled = new LinkedHashMap<>();
    template.forEach(
        (key, value) -> {
          String name = (String) key;
          if (name.endsWith(".$")) {
            filled.put(name.substring(0, name.length() - 2), evaluated((String) value));
          } else {
            filled.put(name, value instanceof Map<?, ?> inner ? filled(inner) : value);
          }
        });
    return filled;
  }

  private Object evaluated(String expression) {
    Matcher add = ADD.matcher(expression);
    if (add.matches()) {
      return (int) find(add.group(1)).orElseThrow() + Integer.parseInt(add.group(2));
    }
    boolean ofContext = expression.startsWith("$$") || expression.startsWith("States.Hash($$");
    return ofContext ? expression : find(expression).orElseThrow();
  }

  private Optional<Object> find(String path) {
    Object at = data;
    for (String step : path.substring(2).split("\\.", -1)) {
      Matcher parts = STEP.matcher(step);
      if (!parts.matches() || !(at instanceof Map<?, ?> map)) {
        return Optional.empty();
      }
      at = map.get(parts.group(1));
      if (parts.group(2) != null) {
        int index = Integer.parseInt(parts.group(2));
        at = at instanceof List<?> list && index < list.size() ? list.get(index) : null;
      }
    }
    return Optional.ofNullable(at);
  }

  private void put(String path, Object value) {
    data.put(path.substring(2), value);
  }
}
