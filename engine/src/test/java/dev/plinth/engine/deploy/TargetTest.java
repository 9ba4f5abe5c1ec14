/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.engine.deploy;

import static dev.plinth.engine.deploy.TestStack.props;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.engine.event.RunResult;
import dev.plinth.engine.urn.Urn;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Runs that are about a part of the stack. */
class TargetTest {
  private final TestStack stack = new TestStack();

  @BeforeEach
  void oneAfterTheOther() {
    stack.parallel = 1;
  }

  private static ScriptedProgram program() {
    return new ScriptedProgram();
  }

  private static ScriptedProgram chain(String size) {
    return program()
        .resource("a", "size", size)
        .dependent("b", "of", "a")
        .resource("c", "size", size);
  }

  private void exclude(boolean dependents, String... names) {
    stack.asked =
        RunOptions.none().withSelection(Selection.excluding(dependents, TestStack.patterns(names)));
  }

  @Test
  void only_targets_are_changed() {
    stack.up(chain("1"));
    stack.target("c");

    DeploymentResult result = stack.up(chain("2"));

    assertThat(result.result()).as("%s", stack.errors()).isEqualTo(RunResult.SUCCEEDED);
    assertThat(stack.steps()).containsExactlyInAnyOrder("same a", "same b", "update c");
    assertThat(stack.state("a").inputs()).isEqualTo(props("size", "1"));
  }

  @Test
  void what_is_no_target_is_neither_created_nor_deleted() {
    stack.up(program().resource("old", "size", "1").resource("a", "size", "1"));
    stack.target("a");

    DeploymentResult result =
        stack.up(program().resource("a", "size", "2").resource("new", "size", "1"));

    assertThat(result.result()).isEqualTo(RunResult.SUCCEEDED);
    assertThat(stack.steps()).containsExactly("update a");
    assertThat(stack.names()).containsExactlyInAnyOrder("a", "old");
  }

  @Test
  void a_target_that_the_program_no_longer_has_is_deleted() {
    stack.up(chain("1"));
    stack.target("c");

    stack.up(program().resource("a", "size", "2").dependent("b", "of", "a"));

    assertThat(stack.steps()).contains("delete c");
    assertThat(stack.state("a").inputs()).isEqualTo(props("size", "1"));
  }

  @Test
  void a_target_that_something_else_depends_on_is_not_deleted() {
    stack.up(chain("1"));
    stack.target("a");

    DeploymentResult result = stack.up(program());

    assertThat(result.result()).isEqualTo(RunResult.FAILED);
    assertThat(stack.errors()).singleElement().asString().contains("depends on it");
    assertThat(stack.provider.live).hasSize(3);
  }

  @Test
  void dependents_of_targets_are_targets_when_asked_for() {
    stack.up(chain("1"));
    stack.asked =
        RunOptions.none().withSelection(Selection.targeting(true, TestStack.patterns("a")));

    stack.up(program().resource("c", "size", "1"));

    assertThat(stack.steps()).containsExactly("same c", "delete b", "delete a");
  }

  @Test
  void a_target_that_needs_what_is_not_created_is_an_error() {
    stack.target("b");

    DeploymentResult result = stack.up(chain("1"));

    assertThat(result.result()).isEqualTo(RunResult.FAILED);
    assertThat(stack.errors()).singleElement().asString().contains("needs").contains("::a");
    assertThat(stack.provider.live).isEmpty();
  }

  @Test
  void what_is_no_target_may_need_what_is_not_created() {
    stack.target("c");

    DeploymentResult result = stack.up(chain("1"));

    assertThat(result.result()).as("%s", stack.errors()).isEqualTo(RunResult.SUCCEEDED);
    assertThat(stack.names()).containsExactly("c");
  }

  @Test
  void what_is_left_alone_keeps_what_it_depends_on_and_its_provider() {
    stack.up(
        program()
            .provider("mine", "region", "1")
            .resource("a", "size", "1")
            .by("mine")
            .dependent("b", "of", "a")
            .by("mine")
            .resource("c", "size", "1"));
    stack.target("c");

    DeploymentResult result = stack.up(program().resource("b").resource("c", "size", "2"));

    assertThat(result.result()).isEqualTo(RunResult.SUCCEEDED);
    assertThat(stack.names()).containsExactlyInAnyOrder("a", "b", "c");
    assertThat(stack.state("mine").urn().name()).isEqualTo("mine");
  }

  @Test
  void excluded_resources_are_left_alone_with_what_they_depend_on() {
    stack.up(chain("1"));
    exclude(false, "b");

    stack.destroy();

    assertThat(stack.steps()).containsExactly("delete c");
    assertThat(stack.names()).containsExactlyInAnyOrder("a", "b");
  }

  @Test
  void dependents_of_the_excluded_are_excluded_when_asked_for() {
    exclude(true, "a");

    DeploymentResult result = stack.up(chain("1"));

    assertThat(result.result()).as("%s", stack.errors()).isEqualTo(RunResult.SUCCEEDED);
    assertThat(stack.names()).containsExactly("c");
  }

  @Test
  void a_destroy_of_targets_takes_only_them() {
    stack.up(chain("1"));
    stack.target("b");

    stack.destroy();

    assertThat(stack.steps()).containsExactly("delete b");
    assertThat(stack.names()).containsExactlyInAnyOrder("a", "c");
    assertThat(stack.state("shop-dev").urn()).isEqualTo(TestStack.root());
  }

  @Test
  void a_destroy_of_all_targets_leaves_nothing() {
    stack.up(chain("1"));
    stack.target("*");

    stack.destroy();

    assertThat(stack.snapshot.resources()).isEmpty();
  }

  @Test
  void a_refresh_reads_targets_only() {
    stack.up(chain("1"));
    stack.provider.live.put(stack.state("a").id().orElseThrow(), props("size", "7"));
    stack.provider.live.remove(stack.state("c").id().orElseThrow());
    stack.target("a");

    stack.refresh();

    assertThat(stack.results()).containsExactly("update a [size]");
  }

  @Test
  void a_target_that_does_not_exist_is_an_error_before_anything_is_deleted() {
    stack.up(chain("1"));
    stack.target("nobody");

    assertThat(stack.destroy().result()).isEqualTo(RunResult.FAILED);
    assertThat(stack.errors()).singleElement().asString().contains("nobody");
    assertThat(stack.up(chain("2")).result()).isEqualTo(RunResult.FAILED);
    assertThat(stack.provider.live).hasSize(3);
  }

  @Test
  void wildcards_stand_for_text_without_and_with_colons() {
    Urn urn = TestStack.urn("a");

    assertThat(UrnPattern.of("**").matches(urn)).isTrue();
    assertThat(UrnPattern.of("urn:pulumi:*::shop::**::a").matches(urn)).isTrue();
    assertThat(UrnPattern.of("urn:pulumi:*::a").matches(urn)).isFalse();
    assertThat(UrnPattern.of(urn.text()).matches(urn)).isTrue();
    assertThat(UrnPattern.of(urn.text() + "b").matches(urn)).isFalse();
  }

  @Test
  void a_delete_before_replace_does_not_spread_beyond_the_targets() {
    stack.up(
        program()
            .with("a", options -> options.deleteBeforeReplace(Optional.of(true)), "fixedName", "1")
            .dependent("b", "fixedOf", "a"));
    stack.target("a");

    DeploymentResult result =
        stack.up(
            program()
                .with(
                    "a",
                    options -> options.deleteBeforeReplace(Optional.of(true)),
                    "fixedName",
                    "2")
                .dependent("b", "fixedOf", "a"));

    assertThat(result.result()).isEqualTo(RunResult.FAILED);
    assertThat(stack.provider.live).hasSize(2);
  }
}
