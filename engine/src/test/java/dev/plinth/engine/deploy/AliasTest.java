/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.engine.deploy;

import static dev.plinth.engine.deploy.TestStack.props;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.engine.event.RunResult;
import dev.plinth.engine.urn.Urn;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Resources that had another name before. */
class AliasTest {
  private final TestStack stack = new TestStack();

  private static ScriptedProgram program() {
    return new ScriptedProgram();
  }

  private static Alias withParent(Urn parent) {
    return new Alias(
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(parent),
        false);
  }

  @Test
  void a_renamed_resource_stays_what_it_is_and_its_dependents_follow() {
    stack.up(program().resource("old", "size", "1").dependent("b", "of", "old"));
    stack.provider.calls.clear();

    DeploymentResult result =
        stack.up(
            program()
                .with("new", options -> options.aliases(List.of(Alias.ofName("old"))), "size", "1")
                .dependent("b", "of", "new"));

    assertThat(result.result()).isEqualTo(RunResult.SUCCEEDED);
    assertThat(stack.steps()).containsExactly("same new", "same b");
    assertThat(stack.provider.calls).isEmpty();
    assertThat(stack.names()).containsExactly("new", "b");
    assertThat(stack.state("b").dependencies()).containsExactly(TestStack.urn("new"));
    assertThat(stack.state("b").propertyDependencies())
        .isEqualTo(Map.of("of", List.of(TestStack.urn("new"))));
  }

  @Test
  void what_refers_to_a_renamed_resource_follows_even_if_its_own_turn_never_comes() {
    stack.up(program().resource("old", "size", "1").dependent("b", "of", "old"));

    stack.up(
        program()
            .with("new", options -> options.aliases(List.of(Alias.ofName("old"))), "size", "1")
            .failing(new ProgramException("stop", null)));

    assertThat(stack.names()).containsExactly("new", "b");
    assertThat(stack.state("b").dependencies()).containsExactly(TestStack.urn("new"));
  }

  @Test
  void a_rename_can_come_with_an_update_or_a_replacement() {
    stack.up(program().resource("a", "size", "1").resource("b", "fixedName", "1"));

    stack.up(
        program()
            .with("a2", options -> options.aliases(List.of(Alias.ofName("a"))), "size", "2")
            .with("b2", options -> options.aliases(List.of(Alias.ofName("b"))), "fixedName", "2"));

    assertThat(stack.steps())
        .containsExactlyInAnyOrder(
            "update a2", "create-replacement b2", "replace b2", "delete-replaced b2");
    assertThat(stack.names()).containsExactlyInAnyOrder("a2", "b2");
    assertThat(stack.provider.live).hasSize(2);
  }

  @Test
  void the_own_name_comes_before_an_alias_and_the_first_alias_that_fits_before_the_next() {
    stack.up(program().resource("a", "size", "1").resource("b", "size", "2"));

    stack.up(
        program()
            .with("a", options -> options.aliases(List.of(Alias.ofName("b"))), "size", "1")
            .with(
                "c",
                options ->
                    options.aliases(List.of(Alias.ofName("nobody"), Alias.of(TestStack.urn("b")))),
                "size",
                "2"));

    assertThat(stack.steps()).containsExactlyInAnyOrder("same a", "same c");
  }

  @Test
  void a_resource_can_move_under_a_component_and_back() {
    stack.up(program().resource("a", "size", "1"));

    stack.up(
        program()
            .component("group")
            .with("a", options -> options.aliases(List.of(withoutParent())), "size", "1")
            .under("group"));
    assertThat(stack.steps()).containsExactly("same a");
    Urn group = stack.state("group").urn();
    assertThat(stack.state("a").parent()).contains(group);

    stack.up(
        program()
            .component("group")
            .with("a", options -> options.aliases(List.of(withParent(group))), "size", "1"));
    assertThat(stack.steps()).containsExactly("same a");
    assertThat(stack.state("a").urn()).isEqualTo(TestStack.urn("a"));
  }

  private static Alias withoutParent() {
    return new Alias(
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        true);
  }

  @Test
  void the_children_of_a_renamed_parent_are_found_by_its_former_name() {
    stack.up(
        program()
            .component("shop")
            .resource("shop-queue", "size", "1")
            .under("shop")
            .resource("other", "size", "1")
            .under("shop"));
    stack.provider.calls.clear();

    stack.up(
        program()
            .component("store", options -> options.aliases(List.of(Alias.ofName("shop"))))
            .resource("store-queue", "size", "1")
            .under("store")
            .resource("other", "size", "1")
            .under("store"));

    assertThat(stack.provider.calls).isEmpty();
    assertThat(stack.names()).containsExactlyInAnyOrder("store-queue", "other");
  }

  @Test
  void a_renamed_provider_is_the_same_provider() {
    stack.up(program().provider("old", "region", "1").resource("a", "size", "1").by("old"));
    stack.provider.calls.clear();

    DeploymentResult result =
        stack.up(
            new ScriptedProgram()
                .provider("new", "region", "1")
                .alias("old")
                .resource("a", "size", "1")
                .by("new"));

    assertThat(result.result()).as("%s", stack.errors()).isEqualTo(RunResult.SUCCEEDED);
    assertThat(stack.steps()).containsExactly("same a");
    assertThat(stack.state("a").provider().orElseThrow().urn().name()).isEqualTo("new");
    assertThat(stack.provider.calls).isEmpty();
  }

  @Test
  void two_resources_cannot_have_been_the_same_one() {
    stack.parallel = 1;
    stack.up(program().resource("a", "size", "1"));

    DeploymentResult result =
        stack.up(
            program()
                .with("b", options -> options.aliases(List.of(Alias.ofName("a"))), "size", "1")
                .with("c", options -> options.aliases(List.of(Alias.ofName("a"))), "size", "1")
                .resource("a", "size", "1"));

    assertThat(result.result()).isEqualTo(RunResult.FAILED);
    assertThat(stack.errors()).anyMatch(message -> message.contains("alias"));
    assertThat(stack.provider.live).containsKey("a-1");
  }

  @Test
  void a_preview_of_a_rename_shows_no_change() {
    stack.up(program().resource("old", "size", "1"));

    DeploymentResult result =
        stack.preview(
            program()
                .with(
                    "new", options -> options.aliases(List.of(Alias.ofName("old"))), "size", "1"));

    assertThat(result.hasChanges()).isFalse();
    assertThat(stack.state("old").inputs()).isEqualTo(props("size", "1"));
  }
}
