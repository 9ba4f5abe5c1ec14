/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.rules.asl;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the Amazon States Language, and Step Functions beside it, demand of a state machine.
 *
 * @see <a href="https://states-language.net/spec.html">Amazon States Language</a>
 * @see <a
 *     href="https://docs.aws.amazon.com/step-functions/latest/dg/concepts-amazon-states-language.html">Step
 *     Functions' developer guide</a>
 */
public final class StateMachineRules {
  private static final Set<String> FIELDS =
      Set.of("Comment", "StartAt", "States", "TimeoutSeconds", "Version", "QueryLanguage");

  private StateMachineRules() {}

  /**
   * Everything that is wrong with a definition.
   *
   * @param definition what its JSON says, in maps, lists, texts, numbers, booleans and nulls; null
   *     when it is no JSON
   */
  public static List<Problem> problems(@Nullable Object definition) {
    if (!(definition instanceof Map<?, ?> object)) {
      return List.of(
          new Problem("INVALID_JSON_DESCRIPTION", "The definition is no JSON object", "/"));
    }
    List<Problem> problems = new ArrayList<>();
    Node machine = new Node(object, "", problems);
    machine.allowOnly(FIELDS);
    new StatesScope(machine, QueryLanguage.of(machine, QueryLanguage.JSON_PATH)).check();
    return List.copyOf(problems);
  }
}
