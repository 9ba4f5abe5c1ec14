/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.engine.deploy;

import static dev.plinth.engine.deploy.TestStack.props;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.engine.event.RunResult;
import dev.plinth.engine.provider.PartialFailureException;
import dev.plinth.engine.value.PropertyMap;
import dev.plinth.engine.value.PropertyValue;
import dev.plinth.engine.value.PropertyValue.Secret;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** What replaces a resource, and in which order. */
class ReplacementTest {
  private final TestStack stack = new TestStack();

  private static ScriptedProgram program() {
    return new ScriptedProgram();
  }

  private static UnaryOperator<ResourceOptions.Builder> replaceOn(String... paths) {
    return options -> options.replaceOnChanges(List.of(paths));
  }

  private static UnaryOperator<ResourceOptions.Builder> trigger(PropertyValue value) {
    return options -> options.replacementTrigger(Optional.of(value));
  }

  @Test
  void a_change_of_a_property_in_replaceOnChanges_replaces() {
    stack.up(program().with("a", replaceOn("size"), "size", "1", "colour", "red"));

    stack.up(program().with("a", replaceOn("size"), "size", "1", "colour", "blue"));
    assertThat(stack.steps()).containsExactly("update a");
    stack.up(program().with("a", replaceOn("size"), "size", "2", "colour", "blue"));

    assertThat(stack.steps())
        .containsExactly("create-replacement a", "replace a", "delete-replaced a");
  }

  @Test
  void replaceOnChanges_of_a_dependent_spreads_a_delete_before_replace() {
    UnaryOperator<ResourceOptions.Builder> dbr =
        options -> options.deleteBeforeReplace(Optional.of(true));
    stack.up(program().with("a", dbr, "fixedName", "1").dependent("b", "of", "a", replaceOn("of")));
    stack.provider.calls.clear();

    stack.up(program().with("a", dbr, "fixedName", "2").dependent("b", "of", "a", replaceOn("of")));

    assertThat(stack.provider.calls)
        .containsExactly("delete b", "delete a", "create a", "create b");
  }

  @Test
  void an_init_error_can_replace_instead_of_mending() {
    stack.provider.beforeCreate =
        request -> {
          stack.provider.live.put("half", request.inputs());
          throw new PartialFailureException("half", request.inputs(), List.of("not up"), null);
        };
    stack.up(program().with("a", replaceOn("#initerror"), "size", "1"));
    stack.provider.beforeCreate = request -> {};

    stack.up(program().with("a", replaceOn("#initerror"), "size", "1"));

    assertThat(stack.steps())
        .containsExactly("create-replacement a", "replace a", "delete-replaced a");
    assertThat(stack.state("a").initErrors()).isEmpty();
  }

  @Test
  void a_resource_is_replaced_with_another() {
    UnaryOperator<ResourceOptions.Builder> withA =
        options -> options.replaceWith(List.of(TestStack.urn("a")));
    stack.up(program().resource("a", "fixedName", "1").dependent("b", "of", "a", withA));

    stack.up(program().resource("a", "fixedName", "2").dependent("b", "of", "a", withA));

    assertThat(stack.steps()).contains("replace a", "replace b");
    stack.up(program().resource("a", "fixedName", "2").dependent("b", "of", "a", withA));
    assertThat(stack.steps()).containsExactly("same a", "same b");
  }

  @Test
  void a_trigger_replaces_when_it_changes_and_not_when_it_comes_or_goes() {
    stack.up(program().resource("a", "size", "1"));
    stack.up(program().with("a", trigger(PropertyValue.of("1")), "size", "1"));
    assertThat(stack.steps()).containsExactly("same a");

    stack.up(program().with("a", trigger(new Secret(PropertyValue.of("1"))), "size", "1"));
    assertThat(stack.steps()).as("a secret is compared by what it holds").containsExactly("same a");
    stack.up(program().with("a", trigger(PropertyValue.of("2")), "size", "1"));

    assertThat(stack.steps()).contains("replace a");
    stack.reload(stack.passphrase);
    assertThat(stack.state("a").replacementTrigger()).contains(PropertyValue.of("2"));
  }

  @Test
  void a_trigger_that_is_unknown_in_a_preview_shows_a_replacement() {
    stack.up(program().with("a", trigger(PropertyValue.of("1")), "size", "1"));

    stack.preview(program().with("a", trigger(PropertyValue.Computed.INSTANCE), "size", "1"));

    assertThat(stack.steps()).contains("replace a");
  }

  @Test
  void a_resource_that_is_deleted_with_another_is_replaced_with_it() {
    UnaryOperator<ResourceOptions.Builder> withA =
        options -> options.deletedWith(Optional.of(TestStack.urn("a")));
    stack.up(program().resource("a", "fixedName", "1").dependent("b", "of", "a", withA));

    stack.up(program().resource("a", "fixedName", "2").dependent("b", "of", "a", withA));

    assertThat(stack.steps()).contains("replace a", "replace b");
  }

  @Test
  void a_resource_that_is_deleted_with_another_costs_no_call_when_both_go() {
    UnaryOperator<ResourceOptions.Builder> withA =
        options -> options.deletedWith(Optional.of(TestStack.urn("a")));
    stack.up(program().resource("a", "size", "1").dependent("b", "of", "a", withA));
    stack.provider.calls.clear();

    stack.destroy();

    assertThat(stack.provider.calls).containsExactly("delete a");
    assertThat(stack.snapshot.resources()).isEmpty();
  }

  @Test
  void the_user_can_ask_for_a_replacement() {
    ScriptedProgram program = program().resource("a", "size", "1").resource("b", "size", "1");
    stack.up(program);
    stack.asked =
        RunOptions.none().withSelection(Selection.all().replacing(TestStack.patterns("a")));

    stack.up(program);

    assertThat(stack.steps())
        .containsExactlyInAnyOrder(
            "same b", "create-replacement a", "replace a", "delete-replaced a");
  }

  @Test
  void a_dependency_that_is_taken_out_stops_the_spread() {
    UnaryOperator<ResourceOptions.Builder> dbr =
        options -> options.deleteBeforeReplace(Optional.of(true));
    stack.parallel = 1;
    stack.up(program().with("a", dbr, "fixedName", "1").dependent("b", "fixedOf", "a"));
    stack.provider.calls.clear();

    stack.up(program().with("a", dbr, "fixedName", "2").resource("b", "fixedOf", "arn:a-1"));

    assertThat(stack.provider.calls).doesNotContain("update b");
    assertThat(stack.provider.live).hasSize(2);
  }

  @Test
  void a_protected_dependent_stops_a_delete_before_replace_before_anything_is_deleted() {
    UnaryOperator<ResourceOptions.Builder> dbr =
        options -> options.deleteBeforeReplace(Optional.of(true));
    UnaryOperator<ResourceOptions.Builder> protect = options -> options.protect(Optional.of(true));
    stack.up(program().with("a", dbr, "fixedName", "1").dependent("b", "fixedOf", "a", protect));
    stack.provider.calls.clear();

    DeploymentResult result =
        stack.up(
            program().with("a", dbr, "fixedName", "2").dependent("b", "fixedOf", "a", protect));

    assertThat(result.result()).isEqualTo(RunResult.FAILED);
    assertThat(stack.provider.calls).isEmpty();
  }

  @Test
  void a_replacement_is_checked_anew_so_that_names_are_drawn_again() {
    PropertyMap named = PropertyMap.builder().put("named", true).put("fixedName", "1").build();
    stack.up(program().resource("a", named, Map.of(), request -> request));
    String first = stack.state("a").inputs().text("name").orElseThrow();

    stack.up(program().resource("a", named, Map.of(), request -> request));
    assertThat(stack.state("a").inputs().text("name")).contains(first);
    stack.up(
        program().resource("a", named.with("fixedName", PropertyValue.of("2")), Map.of(), r -> r));

    assertThat(stack.provider.checks.get(stack.provider.checks.size() - 1).olds())
        .isEqualTo(PropertyMap.empty());
    assertThat(stack.state("a").inputs().text("name")).isPresent();
  }

  @Test
  void a_replacement_that_is_no_longer_wanted_is_forgotten() {
    UnaryOperator<ResourceOptions.Builder> dbr =
        options -> options.deleteBeforeReplace(Optional.of(true));
    stack.up(program().with("a", dbr, "fixedName", "1"));
    stack.provider.beforeCreate =
        request -> {
          throw new dev.plinth.engine.provider.ProviderException("not today");
        };
    stack.up(program().with("a", dbr, "fixedName", "2"));
    assertThat(stack.state("a").pendingReplacement()).isTrue();

    stack.up(program());

    assertThat(stack.steps()).containsExactly("remove-pending-replace a");
    assertThat(stack.names()).isEmpty();
    assertThat(stack.state("shop-dev").inputs()).isEqualTo(props());
  }
}
