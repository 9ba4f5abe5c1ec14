/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.programs.computestack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.api.computestack.ComputeStack;
import dev.plinth.api.computestack.access.Identity;
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
