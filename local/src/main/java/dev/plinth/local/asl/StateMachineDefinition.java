/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.local.asl;

import com.google.gson.JsonElement;
import dev.plinth.local.account.JsonText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A state machine as text in the Amazon States Language.
 *
 * @see <a href="https://states-language.net/spec.html">Amazon States Language</a>
 * @see <a
 *     href="https://docs.aws.amazon.com/step-functions/latest/dg/concepts-amazon-states-language.html">Step
 *     Functions' developer guide</a>
 */
public final class StateMachineDefinition {
  private static final Set<String> FIELDS =
      Set.of("Comment", "StartAt", "States", "TimeoutSeconds", "Version", "QueryLanguage");

  private StateMachineDefinition() {}

  /** Everything that is wrong with a definition. */
  public static List<Problem> problems(String text) {
    Optional<JsonElement> definition = JsonText.parse(text).filter(JsonElement::isJsonObject);
    if (definition.isEmpty()) {
      return List.of(
          new Problem("INVALID_JSON_DESCRIPTION", "The definition is no JSON object", "/"));
    }
    List<Problem> problems = new ArrayList<>();
    Node machine = new Node(definition.get().getAsJsonObject(), "", problems);
    machine.allowOnly(FIELDS);
    new StatesScope(machine, QueryLanguage.of(machine, QueryLanguage.JSON_PATH)).check();
    return List.copyOf(problems);
  }
}
