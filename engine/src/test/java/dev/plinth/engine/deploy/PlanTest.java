/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.engine.deploy;

import static dev.plinth.engine.deploy.TestStack.props;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.engine.event.RunResult;
import dev.plinth.engine.value.Asset.TextAsset;
import dev.plinth.engine.value.PropertyMap;
import dev.plinth.engine.value.PropertyValue.AssetValue;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A preview's plan, and the run that is held to it. */
class PlanTest {
  private final TestStack stack = new TestStack();

  private static ScriptedProgram program() {
    return new ScriptedProgram();
  }

  private Plan plan(ScriptedProgram program) {
    stack.asked = RunOptions.none();
    return stack.preview(program).plan();
  }

  private DeploymentResult up(Plan plan, ScriptedProgram program) {
    stack.asked = RunOptions.none().withPlan(Optional.of(plan));
    return stack.up(program);
  }

  @Test
  void a_run_takes_the_steps_that_were_planned() {
    stack.up(program().resource("a", "size", "1").resource("gone", "size", "1"));
    ScriptedProgram program = program().resource("a", "size", "2").dependent("b", "of", "a");

    DeploymentResult result = up(plan(program), program);

    assertThat(result.result()).as("%s", stack.errors()).isEqualTo(RunResult.SUCCEEDED);
    assertThat(stack.steps()).containsExactly("update a", "create b", "delete gone");
  }

  @Test
  void names_are_drawn_as_they_were_for_the_plan() {
    PropertyMap named = PropertyMap.builder().put("named", true).build();
    ScriptedProgram program = program().resource("a", named, Map.of(), request -> request);
    Plan plan = plan(program);

    assertThat(up(plan, program).result()).isEqualTo(RunResult.SUCCEEDED);

    assertThat(stack.state("a").inputs()).isEqualTo(plan.inputs().get(TestStack.urn("a")));
  }

  @Test
  void a_step_that_is_not_in_the_plan_is_refused() {
    Plan plan = plan(program().resource("a", "size", "1"));

    DeploymentResult result = up(plan, program().resource("b", "size", "1"));

    assertThat(result.result()).isEqualTo(RunResult.FAILED);
    assertThat(stack.errors()).singleElement().asString().contains("not in the plan");
    assertThat(stack.provider.live).isEmpty();
  }

  @Test
  void other_inputs_than_planned_are_refused() {
    Plan plan = plan(program().resource("a", "size", "1"));

    DeploymentResult result = up(plan, program().resource("a", "size", "2"));

    assertThat(result.result()).isEqualTo(RunResult.FAILED);
    assertThat(stack.errors()).singleElement().asString().contains("size").doesNotContain("2");
    assertThat(stack.provider.live).isEmpty();
  }

  @Test
  void a_delete_that_is_not_in_the_plan_is_refused() {
    ScriptedProgram both = program().resource("a", "size", "1").resource("b", "size", "1");
    stack.up(both);
    Plan plan = plan(both);

    assertThat(up(plan, program().resource("a", "size", "1")).result()).isEqualTo(RunResult.FAILED);
    assertThat(stack.provider.live).hasSize(2);
  }

  @Test
  void a_plan_holds_for_the_state_that_it_was_made_from() {
    ScriptedProgram program = program().resource("a", "size", "1");
    Plan plan = plan(program);
    stack.asked = RunOptions.none();
    stack.up(program);

    DeploymentResult result = up(plan, program);

    assertThat(result.result()).isEqualTo(RunResult.FAILED);
    assertThat(stack.steps()).isEmpty();
    assertThat(stack.errors()).singleElement().asString().contains("the state is not the one");
  }

  @Test
  void what_a_preview_cannot_know_may_turn_out_to_be_less() {
    stack.up(program().resource("a", "size", "1").dependent("b", "fixedOf", "a"));
    ScriptedProgram program = program().resource("a", "fixedName", "1").dependent("b", "of", "a");
    Plan plan = plan(program);
    assertThat(plan.steps().get(TestStack.urn("b"))).isNotEmpty();

    assertThat(up(plan, program).result()).as("%s", stack.errors()).isEqualTo(RunResult.SUCCEEDED);
  }

  @Test
  void the_facts_that_changed_are_told_without_values() {
    Plan plan = plan(program().resource("a", content("one"), Map.of(), request -> request));
    Plan now =
        plan(
            program()
                .resource("a", content("two"), Map.of(), request -> request)
                .resource("b", "size", "secret"));

    assertThat(plan.changedFacts(plan)).isEmpty();
    assertThat(plan.changedFacts(now))
        .anyMatch(fact -> fact.contains("the content of code was ") && fact.contains(" and is "))
        .anyMatch(fact -> fact.contains("::b: the plan has nothing, and now it would be create"))
        .noneMatch(fact -> fact.contains("secret"));
  }

  private static PropertyMap content(String text) {
    return props("size", "1").with("code", new AssetValue(new TextAsset(text, Optional.empty())));
  }
}
