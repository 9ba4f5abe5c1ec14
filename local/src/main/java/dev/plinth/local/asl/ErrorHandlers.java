/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.local.asl;

import com.google.gson.JsonElement;
import com.google.gson.JsonPrimitive;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The retriers and catchers of a state. */
final class ErrorHandlers {
  private static final String ALL = "States.ALL";
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
      retrier.wholeNumber("IntervalSeconds", 1, language);
      retrier.wholeNumber("MaxAttempts", 0, language);
      retrier.wholeNumber("MaxDelaySeconds", 1, language);
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

  private static void backoff(Node retrier) {
    JsonElement rate = retrier.get("BackoffRate");
    boolean right =
        rate == null
            || (rate instanceof JsonPrimitive number
                && number.isNumber()
                && number.getAsDouble() >= 1);
    if (!right) {
      retrier.problem("BackoffRate", "Expected a number of at least 1.0");
    }
  }

  private static void errors(Node handler, boolean isLast) {
    handler.require("ErrorEquals");
    JsonElement value = handler.get("ErrorEquals");
    if (value == null) {
      return;
    }
    List<String> errors = new ArrayList<>();
    if (value.isJsonArray()) {
      for (JsonElement error : value.getAsJsonArray()) {
        if (error instanceof JsonPrimitive text && text.isString()) {
          errors.add(text.getAsString());
        }
      }
    }
    if (errors.isEmpty() || errors.size() != value.getAsJsonArray().size()) {
      handler.problem("ErrorEquals", "Expected a non-empty array of strings");
    } else if (errors.contains(ALL) && (errors.size() > 1 || !isLast)) {
      handler.problem("ErrorEquals", ALL + " must stand alone, and in the last of the handlers");
    }
  }
}
