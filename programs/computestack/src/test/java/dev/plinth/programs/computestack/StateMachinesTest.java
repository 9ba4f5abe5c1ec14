/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.programs.computestack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.api.computestack.ComputeStack;
import dev.plinth.api.computestack.access.Identity;
import dev.plinth.programs.awslambda.Problem;
import dev.plinth.programs.computestack.asl.State;
import dev.plinth.proto.computestack.AwsComputeStack;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The state machines of a stack keep the rules of the language. */
class StateMachinesTest {
  @Test
  void the_circuit_breaker_can_be_created() {
    BreakerDefinition breaker =
        new BreakerDefinition(Identity.LONGEST, "uuid", "arn:function", "task", 300, 300);

    assertThat(breaker.definition().problems()).isEmpty();
  }

  @Test
  void the_circuit_breaker_stays_open_while_failed_messages_are_hidden() {
    BreakerDefinition breaker =
        new BreakerDefinition(Identity.LONGEST, "uuid", "arn:function", "task", 300, 300);
    Map<String, State> states = breaker.definition().states();

    assertThat(ways(states, "Close")).containsOnly("DeleteMessage", "IsEmpty");
    assertThat(ways(states, "DeleteMessage")).containsOnly("HasWorked");
    assertThat(states.get("CountMessages").toMap().toString())
        .contains("ApproximateNumberOfMessages,", "ApproximateNumberOfMessagesNotVisible");
    assertThat(states.get("IsEmpty").toMap().toString())
        .contains(
            "Variable=$.counted.Attributes.ApproximateNumberOfMessages, StringGreaterThan=0, Next=Wait",
            "Variable=$.counted.Attributes.ApproximateNumberOfMessagesNotVisible, StringGreaterThan=0, Next=Wait");
  }

  private static List<String> ways(Map<String, State> states, String to) {
    return states.entrySet().stream()
        .filter(state -> state.getValue().successors().contains(to))
        .map(Map.Entry::getKey)
        .toList();
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
