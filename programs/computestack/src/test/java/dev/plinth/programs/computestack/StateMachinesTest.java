/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.programs.computestack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.api.computestack.ComputeStack;
import dev.plinth.api.computestack.access.Identity;
import dev.plinth.api.json.JsonText;
import dev.plinth.programs.awslambda.Problem;
import dev.plinth.programs.computestack.asl.Catcher;
import dev.plinth.programs.computestack.asl.Retrier;
import dev.plinth.programs.computestack.asl.State;
import dev.plinth.proto.computestack.AwsComputeStack;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The state machines of a stack keep the rules of the language. */
class StateMachinesTest {
  private static final BreakerDefinition BREAKER =
      new BreakerDefinition(
          Identity.LONGEST, "arn:machine", "uuid", "arn:function", "task", 300, 300);
  private static final Map<String, State> BREAKER_STATES = BREAKER.definition().states();

  /** The events of the history of an execution that Step Functions lets it have. */
  private static final int LONGEST_HISTORY = 25_000;

  @Test
  void the_circuit_breaker_can_be_created() {
    assertThat(BREAKER.definition().problems()).isEmpty();
  }

  @Test
  void the_circuit_breaker_stays_open_while_failed_messages_are_hidden_or_delayed() {
    assertThat(ways("Close")).containsOnly("DeleteMessage", "IsEmpty");
    assertThat(ways("DeleteMessage")).containsOnly("HasWorked");
    String count = BREAKER_STATES.get("CountMessages").toMap().toString();
    String isEmpty = BREAKER_STATES.get("IsEmpty").toMap().toString();
    for (String attribute :
        List.of(
            "ApproximateNumberOfMessages",
            "ApproximateNumberOfMessagesNotVisible",
            "ApproximateNumberOfMessagesDelayed")) {
      assertThat(count).containsPattern(attribute + "[,\\]]");
      assertThat(isEmpty)
          .contains(
              "Variable=$.counted.Attributes."
                  + attribute
                  + ", StringGreaterThan=0, Next=TryAgain");
    }
  }

  @Test
  void the_circuit_breaker_hands_over_to_a_new_run_before_its_history_is_full() {
    assertThat(BREAKER_STATES.get("TryAgain").toMap().toString())
        .contains(
            "Variable=$.probes.done, NumericGreaterThanEquals="
                + BreakerDefinition.MOST_PROBES
                + ", Next=HandOver");
    assertThat(ways("Wait")).containsOnly("TakesOver", "Open", "TryAgain");
    int longestRound =
        BREAKER_STATES.values().stream().mapToInt(StateMachinesTest::mostEvents).sum();
    assertThat(BreakerDefinition.MOST_PROBES * longestRound).isLessThan(LONGEST_HISTORY);
  }

  /** Entered and exited; a task is scheduled, begun and ended beside that, for each attempt. */
  private static int mostEvents(State state) {
    return state instanceof State.Task task
        ? 2 + 3 * (1 + task.retriers().stream().mapToInt(Retrier::maxAttempts).sum())
        : 2;
  }

  @Test
  void a_run_of_the_circuit_breaker_that_another_one_started_goes_on_with_probing() {
    assertThat(BREAKER_STATES.get("TakesOver").toMap().toString())
        .contains("Variable=$.takenOver, IsPresent=true, Next=Wait", "Default=Look");
    assertThat(JsonText.of(BREAKER_STATES.get("HandOver").toMap()))
        .contains(
            "\"StateMachineArn\":\"arn:machine\"",
            "\"Name.$\":\"States.Hash($$.Execution.Id, 'SHA-256')\"",
            "\"takenOver\":true");
  }

  @Test
  void a_circuit_breaker_that_cannot_go_on_lets_the_mapping_go_on_and_fails() {
    for (Map.Entry<String, State> entry : BREAKER_STATES.entrySet()) {
      boolean mayBeOpen = !List.of("Look", "GiveUp").contains(entry.getKey());
      if (entry.getValue() instanceof State.Task task && mayBeOpen) {
        assertThat(task.catchers())
            .extracting(Catcher::errors)
            .as(entry.getKey())
            .endsWith(List.of("States.DataLimitExceeded"), List.of("States.ALL"));
      }
    }
    assertThat(JsonText.of(BREAKER_STATES.get("GiveUp").toMap()))
        .contains("lambda:updateEventSourceMapping", "\"Enabled\":true", "\"Next\":\"Failed\"");
    assertThat(BREAKER_STATES.get("Failed")).isInstanceOf(State.Fail.class);
  }

  private static List<String> ways(String to) {
    return BREAKER_STATES.entrySet().stream()
        .filter(state -> leadsTo(to, JsonText.of(state.getValue().toMap())))
        .map(Map.Entry::getKey)
        .toList();
  }

  private static boolean leadsTo(String to, String state) {
    return Stream.of("Next", "Default")
        .anyMatch(way -> state.contains("\"" + way + "\":\"" + to + "\""));
  }

  @Test
  void a_circuit_breaker_that_aws_would_refuse_is_told_before_any_call() {
    AwsComputeStack.Builder manifest = MockedStack.manifest("dev").toBuilder();
    manifest.getSpecBuilder().getCircuitBreakerBuilder().setProbeIntervalSeconds(100_000_000);

    assertThat(ComputeStackModule.problemsOf(MockedStack.input(manifest.build())))
        .extracting(Problem::path)
        .containsExactly("spec.circuit_breaker");
  }

  @Test
  void the_pipeline_can_be_created_whatever_is_switched_off() {
    for (String[] lines :
        new String[][] {
          {},
          {"alarms: {enabled: false}"},
          {"notifications_topic: {enabled: false}", "alarms: {enabled: false}"}
        }) {
      ComputeStack stack = ComputeStack.of(MockedStack.manifest("dev", lines));

      assertThat(PipelineDefinition.of(stack, Identity.LONGEST).problems()).isEmpty();
    }
  }
}
