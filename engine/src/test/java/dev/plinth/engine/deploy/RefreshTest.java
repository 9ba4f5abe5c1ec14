/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.engine.deploy;

import static dev.plinth.engine.deploy.TestStack.props;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.engine.event.EngineEvent;
import dev.plinth.engine.event.EngineEvent.ResourceDone;
import dev.plinth.engine.event.RunResult;
import dev.plinth.engine.provider.PartialFailureException;
import dev.plinth.engine.provider.ProviderException;
import dev.plinth.engine.state.ResourceState;
import dev.plinth.engine.step.Op;
import dev.plinth.engine.urn.Urn;
import dev.plinth.engine.value.PropertyMap;
import dev.plinth.engine.value.PropertyValue;
import dev.plinth.engine.value.PropertyValue.Secret;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Reading what is there, and what becomes of it. */
class RefreshTest {
  private final TestStack stack = new TestStack();

  private static ScriptedProgram program() {
    return new ScriptedProgram().resource("a", "size", "1").dependent("b", "of", "a");
  }

  private void drift(String id, String... properties) {
    stack.provider.live.put(id, props(properties));
  }

  private ResourceDone done(String name) {
    return stack.events.stream()
        .filter(ResourceDone.class::isInstance)
        .map(ResourceDone.class::cast)
        .filter(event -> event.step().urn().name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void finds_nothing_where_nothing_has_drifted_and_writes_nothing() {
    stack.up(program());
    stack.saves.clear();

    DeploymentResult result = stack.refresh();

    assertThat(result.result()).isEqualTo(RunResult.SUCCEEDED);
    assertThat(result.changes()).isEqualTo(Map.of(Op.SAME, 2));
    assertThat(stack.saves).isEmpty();
  }

  @Test
  void shows_what_differs_property_by_property_from_then_to_now() {
    stack.up(program());
    drift("a-1", "size", "7", "colour", "red");

    DeploymentResult result = stack.refresh();

    assertThat(stack.results()).containsExactly("same b", "update a [colour, size]");
    assertThat(result.changes()).isEqualTo(Map.of(Op.SAME, 1, Op.UPDATE, 1));
    var step = done("a").step();
    assertThat(step.diff().get("colour").wireName()).isEqualTo("add");
    assertThat(step.before().orElseThrow().inputs()).isEqualTo(props("size", "1"));
    assertThat(step.after().orElseThrow().inputs()).isEqualTo(props("size", "7", "colour", "red"));
  }

  @Test
  void records_outputs_only_so_that_the_next_update_repairs() {
    ScriptedProgram program = program();
    stack.up(program);
    drift("a-1", "size", "7");

    stack.refresh();

    assertThat(stack.state("a").inputs()).isEqualTo(props("size", "1"));
    assertThat(stack.state("a").outputs().text("size")).contains("7");
    stack.up(program);
    assertThat(stack.steps()).contains("update a");
    assertThat(stack.provider.live.get("a-1")).isEqualTo(props("size", "1"));
  }

  @Test
  void goes_on_telling_of_drift_until_it_is_repaired_or_accepted() {
    stack.up(program());
    drift("a-1", "size", "7");
    stack.refresh();

    stack.refresh();
    assertThat(stack.results()).contains("update a [size]");
    stack.asked = RunOptions.none().withAccept(true);
    stack.refresh();
    assertThat(stack.results()).contains("update a [size]");
    stack.refresh();

    assertThat(stack.results()).containsExactly("same a", "same b");
    assertThat(stack.state("a").inputs()).isEqualTo(props("size", "7"));
  }

  @Test
  void a_preview_shows_the_same_and_records_nothing() {
    stack.up(program());
    drift("a-1", "size", "7");

    DeploymentResult result = stack.previewRefresh();

    assertThat(result.hasChanges()).isTrue();
    assertThat(stack.results()).contains("update a [size]");
    assertThat(stack.state("a").outputs().text("size")).contains("1");
  }

  @Test
  void a_resource_that_is_gone_leaves_the_state_and_its_dependents_forget_it() {
    ScriptedProgram program = program();
    stack.up(program);
    stack.provider.live.remove("a-1");

    DeploymentResult result = stack.refresh();

    assertThat(result.changes()).isEqualTo(Map.of(Op.SAME, 1, Op.DELETE, 1));
    assertThat(stack.names()).containsExactly("b");
    assertThat(stack.state("b").dependencies()).isEmpty();
    assertThat(stack.state("b").propertyDependencies()).isEqualTo(Map.of("of", List.of()));
    stack.up(program);
    assertThat(stack.provider.live).containsOnlyKeys("a-3", "b-2");
    assertThat(stack.state("b").dependencies()).containsExactly(TestStack.urn("a"));
  }

  @Test
  void the_children_of_a_resource_that_is_gone_move_up_to_its_parent() {
    stack.up(program());
    ResourceState child =
        stack.state("b").toBuilder().parent(java.util.Optional.of(TestStack.urn("a"))).build();
    stack.snapshot =
        stack.snapshot.with(
            stack.snapshot.resources().stream()
                .map(state -> state.urn().equals(child.urn()) ? child : state)
                .toList(),
            List.of());
    stack.provider.live.remove("a-1");

    stack.refresh();

    assertThat(stack.state("b").parent())
        .contains(Urn.ofRootStack(TestStack.NAME.stack(), TestStack.NAME.project()));
  }

  @Test
  void a_replaced_resource_that_is_gone_takes_nothing_from_its_replacement() {
    stack.up(new ScriptedProgram().resource("a", "fixedName", "1").dependent("b", "of", "a"));
    stack.provider.beforeDelete =
        request -> {
          throw new ProviderException("not today");
        };
    stack.up(new ScriptedProgram().resource("a", "fixedName", "2").dependent("b", "of", "a"));
    assertThat(stack.names()).contains("a (delete)");
    stack.provider.live.remove("a-1");

    stack.refresh();

    assertThat(stack.names()).containsExactlyInAnyOrder("a", "b");
    assertThat(stack.state("b").dependencies()).containsExactly(TestStack.urn("a"));
  }

  @Test
  void what_cannot_be_read_fails_the_run_and_keeps_nothing_else_from_being_read() {
    stack.up(program());
    drift("b-2", "of", "other");
    stack.provider.beforeRead =
        request -> {
          if (request.urn().name().equals("a")) {
            throw new ProviderException("a does not answer");
          }
        };

    DeploymentResult result = stack.refresh();

    assertThat(result.result()).isEqualTo(RunResult.FAILED);
    assertThat(stack.errors()).containsExactly("a does not answer");
    assertThat(stack.state("b").outputs().text("of")).contains("other");
    assertThat(stack.names()).containsExactly("a", "b");
  }

  @Test
  void a_resource_that_is_found_half_made_keeps_the_reasons_for_the_next_update() {
    ScriptedProgram program = program();
    stack.up(program);
    stack.provider.beforeRead =
        request -> {
          if (request.urn().name().equals("a")) {
            throw new PartialFailureException("a-1", props("size", "1"), List.of("not up"), null);
          }
        };

    assertThat(stack.refresh().result()).isEqualTo(RunResult.SUCCEEDED);

    assertThat(stack.state("a").initErrors()).containsExactly("not up");
    stack.up(program);
    assertThat(stack.steps()).contains("update a");
    assertThat(stack.state("a").initErrors()).isEmpty();
  }

  @Test
  void another_id_is_recorded() {
    stack.up(program());
    stack.provider.reader =
        request ->
            new dev.plinth.engine.provider.ReadResult(
                request.id() + "-moved", request.inputs(), request.outputs());

    stack.refresh();

    assertThat(stack.state("a").id()).contains("a-1-moved");
  }

  @Test
  void what_was_secret_stays_secret() {
    PropertyMap inputs = PropertyMap.of("key", new Secret(PropertyValue.of("s3cret")));
    stack.up(new ScriptedProgram().resource("a", inputs, Map.of(), request -> request));
    drift("a-1", "key", "0ther");
    stack.asked = RunOptions.none().withAccept(true);

    stack.refresh();

    assertThat(stack.state("a").inputs().get("key").orElseThrow()).isInstanceOf(Secret.class);
    assertThat(stack.state("a").outputs().get("key").orElseThrow()).isInstanceOf(Secret.class);
    assertThat(stack.events.toString()).doesNotContain("s3cret").doesNotContain("0ther");
  }

  @Test
  void ignored_properties_are_no_drift() {
    stack.up(
        new ScriptedProgram()
            .resource(
                "a",
                props("size", "1"),
                Map.of(),
                request -> Requests.ignoreChanges(request, "size")));
    drift("a-1", "size", "7");

    stack.refresh();

    assertThat(stack.results()).containsExactly("same a");
  }

  @Test
  void an_update_can_refresh_first_and_repairs_at_once() {
    ScriptedProgram program = program();
    stack.up(program);
    drift("a-1", "size", "7");
    stack.provider.live.remove("b-2");
    stack.asked = RunOptions.none().withRefresh(true);
    stack.preview(program);
    assertThat(stack.results())
        .containsExactly("create b", "refresh a [size]", "refresh b", "update a [size]");

    DeploymentResult result = stack.up(program);

    assertThat(result.changes()).isEqualTo(Map.of(Op.SAME, 1, Op.UPDATE, 1, Op.CREATE, 1));
    assertThat(stack.provider.live.get("a-1")).isEqualTo(props("size", "1"));
    assertThat(stack.provider.live).containsKey("b-3");
  }

  @Test
  void a_canceled_refresh_keeps_what_was_read() {
    stack.parallel = 1;
    stack.up(program());
    drift("a-1", "size", "7");
    stack.beforeRun = deployment -> stack.provider.beforeRead = request -> deployment.cancel();

    DeploymentResult result = stack.refresh();

    assertThat(result.result()).isEqualTo(RunResult.CANCELED);
    assertThat(stack.state("a").outputs().text("size")).contains("7");
    assertThat(stack.events.stream().filter(EngineEvent.ResourceDone.class::isInstance)).hasSize(1);
  }
}
