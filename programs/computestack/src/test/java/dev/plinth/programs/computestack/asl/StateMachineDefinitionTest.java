/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.programs.computestack.asl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.rules.asl.Problem;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A definition is held to the language's rules as it would be written. */
class StateMachineDefinitionTest {
  @Test
  void every_sort_of_state_is_written_as_the_language_wants_it() {
    Map<String, State> states = new LinkedHashMap<>();
    states.put("Count", new State.Pass(Map.of("n.$", "States.MathAdd($.n, 1)"), "$.n", "Choose"));
    states.put(
        "Choose",
        new State.Choice(
            List.of(new State.Choice.Rule("$.n", "NumericGreaterThan", 5, "Fail")), "Wait"));
    states.put("Wait", new State.Wait(1, "Call"));
    states.put("Call", task(new Retrier(List.of("X"), 1, 3, 2.0, 60)));
    states.put("Fail", new State.Fail("Failed", "It did."));
    states.put("End", new State.Succeed());

    assertThat(machine("Count", states).problems()).isEmpty();
  }

  @Test
  void mistakes_are_told_with_their_place() {
    Map<String, State> states = Map.of("Call", task(new Retrier(List.of("X"), 0, 3, 2.0, 60)));

    assertThat(machine("Call", states).problems())
        .extracting(Problem::text)
        .containsExactly(
            "MISSING_TRANSITION_TARGET: Missing 'Next' target: End at /States/Call/Next",
            "SCHEMA_VALIDATION_FAILED: Expected a whole number from 1 to 99999999 at"
                + " /States/Call/Retry[0]/IntervalSeconds",
            "SCHEMA_VALIDATION_FAILED: No state ends the run at /States");
  }

  private static State task(Retrier retrier) {
    return new State.Task(
        "arn:aws:states:::lambda:invoke",
        Map.of(),
        Optional.empty(),
        10,
        List.of(retrier),
        List.of(),
        Optional.of("End"));
  }

  private static StateMachineDefinition machine(String start, Map<String, State> states) {
    return new StateMachineDefinition("test", start, Optional.empty(), states);
  }
}
