/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.engine.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.engine.event.RunResult;
import dev.plinth.engine.provider.ProviderException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a failure ends, and what it does not. */
class ContinueOnErrorTest {
  private final TestStack stack = new TestStack();

  @BeforeEach
  void goOn() {
    stack.parallel = 1;
    stack.asked = RunOptions.none().withContinueOnError(true);
  }

  private static ScriptedProgram program(String size) {
    return new ScriptedProgram()
        .resource("a", "size", size)
        .dependent("b", "of", "a")
        .resource("c", "size", size)
        .dependent("d", "of", "c");
  }

  private static void refuse(String name, String victim) {
    if (name.equals(victim)) {
      throw new ProviderException(name + " does not want to");
    }
  }

  @Test
  void what_does_not_depend_on_a_failed_create_is_created() {
    stack.provider.beforeCreate = request -> refuse(request.urn().name(), "a");

    DeploymentResult result = stack.up(program("1"));

    assertThat(result.result()).isEqualTo(RunResult.FAILED);
    assertThat(stack.names()).containsExactly("c", "d");
    assertThat(stack.errors()).containsExactly("a does not want to");
    stack.provider.beforeCreate = request -> {};
    assertThat(stack.up(program("1")).result()).isEqualTo(RunResult.SUCCEEDED);
  }

  @Test
  void what_does_not_depend_on_a_failed_update_is_updated() {
    stack.up(program("1"));
    stack.provider.beforeUpdate = request -> refuse(request.urn().name(), "a");

    DeploymentResult result = stack.up(program("2"));

    assertThat(result.result()).isEqualTo(RunResult.FAILED);
    assertThat(stack.steps()).contains("update a", "update c");
    assertThat(stack.state("a").inputs().text("size")).contains("1");
    assertThat(stack.state("c").inputs().text("size")).contains("2");
  }

  @Test
  void nothing_is_deleted_after_a_failure_since_the_program_may_not_have_come_to_it() {
    stack.up(program("1"));
    stack.provider.beforeUpdate = request -> refuse(request.urn().name(), "a");

    stack.up(new ScriptedProgram().resource("a", "size", "2"));

    assertThat(stack.names()).containsExactlyInAnyOrder("a", "b", "c", "d");
  }

  @Test
  void a_destroy_goes_on_and_keeps_what_the_failed_one_depends_on() {
    stack.up(program("1"));
    stack.provider.beforeDelete = request -> refuse(request.urn().name(), "b");

    DeploymentResult result = stack.destroy();

    assertThat(result.result()).isEqualTo(RunResult.FAILED);
    assertThat(stack.names()).containsExactlyInAnyOrder("a", "b");
    stack.provider.beforeDelete = request -> {};
    assertThat(stack.destroy().result()).isEqualTo(RunResult.SUCCEEDED);
    assertThat(stack.snapshot.resources()).isEmpty();
  }

  @Test
  void a_check_failure_ends_one_resource_only() {
    stack.up(new ScriptedProgram().resource("a", "bad", "1").resource("c", "size", "1"));

    assertThat(stack.names()).containsExactly("c");
  }
}
