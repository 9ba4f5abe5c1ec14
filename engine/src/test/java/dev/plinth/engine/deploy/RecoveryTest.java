/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.engine.deploy;

import static dev.plinth.engine.deploy.TestStack.props;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.engine.event.EngineEvent.Diagnostic;
import dev.plinth.engine.event.RunResult;
import dev.plinth.engine.state.PendingOperation;
import dev.plinth.engine.state.ResourceState;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a run does about the operations that an earlier one left unfinished. */
final class RecoveryTest {
  private final TestStack stack = new TestStack();

  @BeforeEach
  void deploy() {
    stack.up(new ScriptedProgram().resource("a", "size", "1"));
    stack.provider.calls.clear();
  }

  @Test
  void a_create_that_the_provider_cannot_tell_of_stops_the_run_and_names_the_command() {
    ResourceState made = forget("a");
    leave(PendingOperation.Type.CREATING, made.toBuilder().id("").build());

    DeploymentResult result =
        stack.up(new ScriptedProgram().resource("a", "size", "1").resource("b"));

    assertThat(result.result()).isEqualTo(RunResult.FAILED);
    assertThat(stack.provider.calls).isEmpty();
    assertThat(stack.snapshot.pendingOperations()).hasSize(1);
    assertThat(stack.errors()).singleElement().asString().startsWith("unknown: ");
    assertThat(remedy())
        .contains("plinth state settle --stack dev '" + TestStack.urn("a") + "' --id ID", "--gone");
  }

  @Test
  void a_preview_shows_it_and_goes_on() {
    ResourceState made = forget("a");
    leave(PendingOperation.Type.CREATING, made.toBuilder().id("").build());

    DeploymentResult result = stack.preview(new ScriptedProgram().resource("a", "size", "1"));

    assertThat(result.result()).isEqualTo(RunResult.SUCCEEDED);
    assertThat(stack.errors()).singleElement().asString().startsWith("unknown: ");
  }

  @Test
  void a_create_whose_id_a_person_has_given_is_read_and_recorded() {
    ResourceState made = forget("a");
    leave(PendingOperation.Type.CREATING, made);

    stack.up(new ScriptedProgram().resource("a", "size", "1"));

    assertThat(stack.steps()).containsExactly("same a");
    assertThat(stack.state("a").id()).isEqualTo(made.id());
    assertThat(stack.snapshot.pendingOperations()).isEmpty();
  }

  @Test
  void what_an_interrupted_update_changed_is_changed_back_where_that_is_asked_for() {
    ResourceState old = stack.state("a");
    leave(PendingOperation.Type.UPDATING, old.toBuilder().inputs(props("size", "2")).build());
    stack.provider.live.put(old.id().orElseThrow(), props("size", "2"));

    stack.up(new ScriptedProgram().resource("a", "size", "1"));

    assertThat(stack.provider.calls).containsExactly("update a");
    assertThat(stack.state("a").inputs()).isEqualTo(props("size", "1"));
    assertThat(stack.snapshot.pendingOperations()).isEmpty();
  }

  @Test
  void what_an_interrupted_delete_left_is_deleted_and_what_is_gone_is_forgotten() {
    ResourceState old = stack.state("a");
    leave(PendingOperation.Type.DELETING, old);
    stack.provider.live.clear();

    stack.up(ScriptedProgram.nothing());

    assertThat(stack.provider.calls).isEmpty();
    assertThat(stack.names()).isEmpty();
  }

  private ResourceState forget(String name) {
    ResourceState state = stack.state(name);
    stack.snapshot =
        stack.snapshot.with(
            stack.snapshot.resources().stream().filter(each -> !each.equals(state)).toList(),
            List.of());
    return state;
  }

  private void leave(PendingOperation.Type type, ResourceState resource) {
    stack.snapshot =
        stack.snapshot.with(
            stack.snapshot.resources(), List.of(PendingOperation.begin(type, resource)));
  }

  private String remedy() {
    return stack.events.stream()
        .filter(Diagnostic.class::isInstance)
        .map(event -> ((Diagnostic) event).remedy().orElse(""))
        .findFirst()
        .orElseThrow();
  }
}
