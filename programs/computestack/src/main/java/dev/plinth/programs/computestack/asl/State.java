/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.programs.computestack.asl;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A state of a state machine. */
public sealed interface State {

  /** As the Amazon States Language writes it. */
  Map<String, Object> toMap();

  /**
   * Calls something.
   *
   * @param resource ARN of what is called, or of the integration that calls it
   * @param parameters for the integration
   * @param resultPath where the result goes; the whole output when empty
   * @param next the state that follows; the machine ends when empty
   */
  record Task(
      String resource,
      Map<String, Object> parameters,
      Optional<String> resultPath,
      int timeoutSeconds,
      List<Retrier> retriers,
      List<Catcher> catchers,
      Optional<String> next)
      implements State {
    @Override
    public Map<String, Object> toMap() {
      Map<String, Object> map = new LinkedHashMap<>();
      map.put("Type", "Task");
      map.put("Resource", resource);
      map.put("Parameters", parameters);
      resultPath.ifPresent(path -> map.put("ResultPath", path));
      map.put("TimeoutSeconds", timeoutSeconds);
      if (!retriers.isEmpty()) {
        map.put("Retry", retriers.stream().map(Retrier::toMap).toList());
      }
      if (!catchers.isEmpty()) {
        map.put("Catch", catchers.stream().map(Catcher::toMap).toList());
      }
      next.ifPresentOrElse(state -> map.put("Next", state), () -> map.put("End", true));
      return map;
    }
  }

  /**
   * Chooses by whether a path is there.
   *
   * @param rules path to the state that follows when it is present
   * @param otherwise the state that follows when none is
   */
  record Choice(List<Rule> rules, String otherwise) implements State {
    /** One rule: a path, a comparison with its operand, and the state that follows. */
    public record Rule(String variable, String comparison, Object operand, String next) {}

    @Override
    public Map<String, Object> toMap() {
      Map<String, Object> map = new LinkedHashMap<>();
      map.put("Type", "Choice");
      map.put("Choices", rules.stream().map(Choice::ruleMap).toList());
      map.put("Default", otherwise);
      return map;
    }

    private static Map<String, Object> ruleMap(Rule rule) {
      Map<String, Object> map = new LinkedHashMap<>();
      map.put("Variable", rule.variable());
      map.put(rule.comparison(), rule.operand());
      map.put("Next", rule.next());
      return map;
    }
  }

  /**
   * Makes data.
   *
   * @param parameters what it makes; names that end with {@code .$} take paths and functions
   * @param resultPath where that goes
   */
  record Pass(Map<String, Object> parameters, String resultPath, String next) implements State {
    @Override
    public Map<String, Object> toMap() {
      Map<String, Object> map = new LinkedHashMap<>();
      map.put("Type", "Pass");
      map.put("Parameters", parameters);
      map.put("ResultPath", resultPath);
      map.put("Next", next);
      return map;
    }
  }

  /** Waits. */
  record Wait(int seconds, String next) implements State {
    @Override
    public Map<String, Object> toMap() {
      Map<String, Object> map = new LinkedHashMap<>();
      map.put("Type", "Wait");
      map.put("Seconds", seconds);
      map.put("Next", next);
      return map;
    }
  }

  /** Ends well. */
  record Succeed() implements State {
    @Override
    public Map<String, Object> toMap() {
      return Map.of("Type", "Succeed");
    }
  }

  /** Ends badly. */
  record Fail(String error, String cause) implements State {
    @Override
    public Map<String, Object> toMap() {
      Map<String, Object> map = new LinkedHashMap<>();
      map.put("Type", "Fail");
      map.put("Error", error);
      map.put("Cause", cause);
      return map;
    }
  }
}
