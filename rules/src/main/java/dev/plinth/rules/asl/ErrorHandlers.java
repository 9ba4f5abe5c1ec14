/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.rules.asl;

import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;

/** The retriers and catchers of a state. */
final class ErrorHandlers {
  private static final String ALL = "States.ALL";
  private static final int INTERVAL_SECONDS = 1; // What it is when none is given.
  private static final int MOST_ATTEMPTS = 99_999_999;
  private static final int LONGEST_DELAY = 31_622_399;
  private static final Set<String> RETRIER =
      Set.of(
          "ErrorEquals",
          "IntervalSeconds",
          "MaxAttempts",
          "BackoffRate",
          "MaxDelaySeconds",
          "JitterStrategy",
          "Comment");
  private static final Set<String> CATCHER =
      Set.of("ErrorEquals", "Next", "ResultPath", "Output", "Assign", "Comment");

  private final Node state;
  private final QueryLanguage language;
  private final StateCheck.Target target;

  ErrorHandlers(Node state, QueryLanguage language, StateCheck.Target target) {
    this.state = state;
    this.language = language;
    this.target = target;
  }

  void check() {
    List<Node> retriers = state.children("Retry");
    for (int i = 0; i < retriers.size(); i++) {
      Node retrier = retriers.get(i);
      retrier.allowOnly(RETRIER);
      errors(retrier, i == retriers.size() - 1);
      retrier.wholeNumber("IntervalSeconds", 1, StateCheck.LONGEST_SECONDS, language);
      retrier.wholeNumber("MaxAttempts", 0, MOST_ATTEMPTS, language);
      retrier.wholeNumber("MaxDelaySeconds", 1, LONGEST_DELAY, language);
      delays(retrier);
      backoff(retrier);
      String jitter = retrier.text("JitterStrategy");
      if (jitter != null && !List.of("FULL", "NONE").contains(jitter)) {
        retrier.problem("JitterStrategy", "Value is not one of [FULL, NONE]");
      }
    }
    List<Node> catchers = state.children("Catch");
    for (int i = 0; i < catchers.size(); i++) {
      Node catcher = catchers.get(i);
      catcher.allowOnly(CATCHER);
      errors(catcher, i == catchers.size() - 1);
      catcher.require("Next");
      target.of(catcher, "Next");
    }
  }

  private static void delays(Node retrier) {
    OptionalDouble longest = retrier.number("MaxDelaySeconds");
    if (longest.isPresent()
        && longest.getAsDouble() <= retrier.number("IntervalSeconds").orElse(INTERVAL_SECONDS)) {
      retrier.problem("MaxDelaySeconds", "It must be greater than IntervalSeconds");
    }
  }

  private static void backoff(Node retrier) {
    if (retrier.has("BackoffRate") && !(retrier.number("BackoffRate").orElse(0) >= 1)) {
      retrier.problem("BackoffRate", "Expected a number of at least 1.0");
    }
  }

  private static void errors(Node handler, boolean isLast) {
    handler.require("ErrorEquals");
    if (!handler.has("ErrorEquals")) {
      return;
    }
    List<?> errors = handler.get("ErrorEquals") instanceof List<?> list ? list : List.of();
    if (errors.isEmpty() || !errors.stream().allMatch(String.class::isInstance)) {
      handler.problem("ErrorEquals", "Expected a non-empty array of strings");
    } else if (errors.contains(ALL) && (errors.size() > 1 || !isLast)) {
      handler.problem("ErrorEquals", ALL + " must stand alone, and in the last of the handlers");
    }
  }
}
