/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.engine.deploy;

import static dev.plinth.engine.deploy.TestStack.props;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.engine.event.RunResult;
import dev.plinth.engine.step.Op;
import dev.plinth.engine.value.PropertyMap;
import dev.plinth.engine.value.PropertyValue;
import dev.plinth.engine.value.PropertyValue.Secret;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Resources that are somebody else's: read, let go, taken over; and references to other stacks. */
class ExternalResourcesTest {
  private final TestStack stack = new TestStack();

  private static ScriptedProgram program() {
    return new ScriptedProgram();
  }

  @Test
  void a_resource_that_is_read_is_never_changed_nor_deleted() {
    stack.provider.live.put("theirs", props("size", "9"));
    ScriptedProgram program = program().external("a", "theirs").dependent("b", "of", "a");
    DeploymentResult result = stack.up(program);

    assertThat(result.result()).isEqualTo(RunResult.SUCCEEDED);
    assertThat(stack.state("a").external()).isTrue();
    assertThat(stack.state("a").id()).contains("theirs");
    assertThat(stack.state("a").outputs().text("size")).contains("9");
    assertThat(stack.state("b").inputs().text("of")).contains("arn:theirs");
    assertThat(stack.up(program).hasChanges()).isFalse();

    DeploymentResult gone = stack.destroy();

    assertThat(stack.steps()).containsExactly("delete b", "discard a");
    assertThat(gone.changes()).containsEntry(Op.DISCARD, 1);
    assertThat(stack.provider.live).containsOnlyKeys("theirs");
  }

  @Test
  void a_preview_reads_too() {
    stack.provider.live.put("theirs", props("size", "9"));

    stack.preview(program().external("a", "theirs").dependent("b", "of", "a"));

    assertThat(stack.steps()).containsExactly("read a", "create b");
  }

  @Test
  void what_does_not_exist_cannot_be_read() {
    DeploymentResult result = stack.up(program().external("a", "nobody"));

    assertThat(result.result()).isEqualTo(RunResult.FAILED);
    assertThat(stack.errors()).containsExactly("resource 'nobody' does not exist");
  }

  @Test
  void a_resource_of_ours_is_let_go_by_reading_it() {
    stack.up(program().resource("a", "size", "1"));

    stack.up(program().external("a", "a-1"));
    assertThat(stack.steps()).containsExactly("read a");
    stack.destroy();

    assertThat(stack.provider.live).containsOnlyKeys("a-1");
  }

  @Test
  void reading_another_id_replaces_what_was_ours() {
    stack.provider.live.put("theirs", props("size", "9"));
    stack.up(program().resource("a", "size", "1"));

    stack.up(program().external("a", "theirs"));

    assertThat(stack.steps())
        .containsExactly("read-replacement a", "replace a", "delete-replaced a");
    assertThat(stack.provider.live).containsOnlyKeys("theirs");
    assertThat(stack.names()).containsExactly("a");
  }

  @Test
  void registering_what_was_read_makes_a_new_one_and_leaves_theirs_alone() {
    stack.provider.live.put("theirs", props("size", "9"));
    stack.up(program().external("a", "theirs"));

    stack.up(program().resource("a", "size", "1"));

    assertThat(stack.steps())
        .containsExactly("create-replacement a", "replace a", "discard-replaced a");
    assertThat(stack.provider.live).containsOnlyKeys("theirs", "a-1");
  }

  @Test
  void a_refresh_compares_outputs_and_never_asks_for_a_diff() {
    stack.provider.live.put("theirs", props("size", "9"));
    stack.up(program().external("a", "theirs"));
    stack.provider.live.put("theirs", props("size", "10"));

    stack.refresh();

    assertThat(stack.results()).containsExactly("update a [size]");
    assertThat(stack.state("a").inputs()).isEqualTo(PropertyMap.empty());
  }

  @Test
  void another_stack_s_outputs_are_read_with_their_secrets_marked() {
    PropertyMap theirs =
        PropertyMap.builder()
            .put("url", "https://example.org")
            .put("key", new Secret(PropertyValue.of("s3cret")))
            .build();
    stack.stacks = name -> name.equals("organization/net/dev") ? Optional.of(theirs) : none();
    ScriptedProgram program = reference("organization/net/dev");

    DeploymentResult result = stack.up(program);

    assertThat(result.result()).as("%s", stack.errors()).isEqualTo(RunResult.SUCCEEDED);
    PropertyMap outputs = stack.state("net").outputs();
    assertThat(outputs.object("outputs").orElseThrow()).isEqualTo(theirs);
    assertThat(outputs.texts("secretOutputNames")).contains(List.of("key"));
    assertThat(stack.events.toString()).doesNotContain("s3cret");
    assertThat(stack.snapshot.resources())
        .anyMatch(state -> state.urn().text().endsWith("pulumi:providers:pulumi::default"));
    assertThat(stack.destroy().result()).isEqualTo(RunResult.SUCCEEDED);
  }

  @Test
  void a_stack_that_is_not_there_is_an_error() {
    DeploymentResult result = stack.up(reference("nobody"));

    assertThat(result.result()).isEqualTo(RunResult.FAILED);
    assertThat(stack.errors()).containsExactly("resource 'nobody' does not exist");
  }

  private static Optional<PropertyMap> none() {
    return Optional.empty();
  }

  private static ScriptedProgram reference(String name) {
    return program().read("pulumi:pulumi:StackReference", "net", name, props("name", name));
  }
}
