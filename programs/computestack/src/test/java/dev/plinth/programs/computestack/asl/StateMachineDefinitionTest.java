/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.programs.computestack.asl;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StateMachineDefinitionTest {
  @Test
  void accepts_a_machine_that_begins_leads_on_and_ends() {
    assertThat(
            machine("A", Map.of("A", new State.Wait(1, "B"), "B", new State.Succeed())).problems())
        .isEmpty();
  }

  @Test
  void refuses_ways_to_states_that_are_not_there() {
    assertThat(machine("A", Map.of("A", new State.Wait(1, "B"))).problems())
        .contains("state A leads to B, which is no state", "no state ends the machine");
    assertThat(machine("C", Map.of("A", new State.Succeed())).problems())
        .contains("StartAt names C, which is no state", "no way leads to the state A");
  }

  @Test
  void refuses_a_machine_that_never_ends() {
    assertThat(
            machine("A", Map.of("A", new State.Wait(1, "B"), "B", new State.Wait(1, "A")))
                .problems())
        .containsExactly("no state ends the machine");
  }

  @Test
  void refuses_retries_that_cannot_be() {
    Retrier retrier = new Retrier(List.of("States.ALL", "X"), 0, -1, 0.5, 0);

    assertThat(machine("A", Map.of("A", task(List.of(retrier)))).problems())
        .containsExactlyInAnyOrder(
            "state A: an IntervalSeconds of its Retry is not positive",
            "state A: a MaxAttempts of its Retry is negative",
            "state A: a BackoffRate of its Retry is below 1",
            "state A: a MaxDelaySeconds of its Retry is not above IntervalSeconds and below"
                + " 31622400",
            "state A: States.ALL is not alone in the last entry of its Retry");
  }

  @Test
  void refuses_names_that_are_too_long() {
    String name = "x".repeat(81);

    assertThat(machine(name, Map.of(name, new State.Succeed())).problems())
        .containsExactly("the name of a state must have 1 to 80 characters: " + name);
  }

  private static State task(List<Retrier> retriers) {
    return new State.Task(
        "arn:aws:states:::lambda:invoke",
        Map.of(),
        Optional.empty(),
        10,
        retriers,
        List.of(),
        Optional.empty());
  }

  private static StateMachineDefinition machine(String start, Map<String, State> states) {
    return new StateMachineDefinition("test", start, Optional.empty(), new LinkedHashMap<>(states));
  }
}
