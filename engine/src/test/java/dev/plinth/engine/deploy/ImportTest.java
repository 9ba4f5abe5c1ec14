/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.engine.deploy;

import static dev.plinth.engine.deploy.TestStack.props;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.engine.event.RunResult;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Existing resources that become the stack's. */
class ImportTest {
  private final TestStack stack = new TestStack();

  @BeforeEach
  void somethingExists() {
    stack.provider.live.put("there", props("size", "1"));
  }

  private static ScriptedProgram program() {
    return new ScriptedProgram();
  }

  private static UnaryOperator<ResourceOptions.Builder> id(String id) {
    return options -> options.importId(Optional.of(id));
  }

  @Test
  void an_import_takes_over_what_is_there_once() {
    ScriptedProgram program = program().with("a", id("there"), "size", "1");

    DeploymentResult result = stack.up(program);

    assertThat(result.result()).as("%s", stack.errors()).isEqualTo(RunResult.SUCCEEDED);
    assertThat(stack.steps()).containsExactly("import a");
    assertThat(stack.state("a").id()).contains("there");
    assertThat(stack.state("a").importId()).contains("there");
    assertThat(stack.provider.calls).isEmpty();
    stack.up(program);
    assertThat(stack.steps()).containsExactly("same a");
    stack.up(program().resource("a", "size", "1"));
    assertThat(stack.steps()).as("without the option it stays").containsExactly("same a");
    stack.destroy();
    assertThat(stack.provider.live).isEmpty();
  }

  @Test
  void a_preview_shows_an_import_and_what_it_would_change() {
    stack.preview(program().with("a", id("there"), "size", "2"));

    assertThat(stack.steps()).containsExactly("import a", "update a");
  }

  @Test
  void what_the_program_says_differently_is_updated_after_the_import() {
    stack.up(program().with("a", id("there"), "size", "2"));

    assertThat(stack.steps()).containsExactly("import a", "update a");
    assertThat(stack.provider.live.get("there")).isEqualTo(props("size", "2"));
  }

  @Test
  void what_would_have_to_be_replaced_at_once_is_refused() {
    DeploymentResult result = stack.up(program().with("a", id("there"), "fixedName", "2"));

    assertThat(result.result()).isEqualTo(RunResult.FAILED);
    assertThat(stack.errors())
        .singleElement()
        .asString()
        .contains("imported")
        .contains("fixedName");
    assertThat(stack.provider.live).containsOnlyKeys("there");
  }

  @Test
  void ignored_properties_keep_what_is_there() {
    stack.up(
        program()
            .with(
                "a",
                options -> options.importId(Optional.of("there")).ignoreChanges(List.of("size")),
                "size",
                "2"));

    assertThat(stack.steps()).containsExactly("import a");
    assertThat(stack.provider.live.get("there")).isEqualTo(props("size", "1"));
  }

  @Test
  void what_is_not_there_cannot_be_imported() {
    DeploymentResult result = stack.up(program().with("a", id("nobody"), "size", "1"));

    assertThat(result.result()).isEqualTo(RunResult.FAILED);
    assertThat(stack.errors()).containsExactly("resource 'nobody' does not exist");
    assertThat(stack.names()).isEmpty();
  }

  @Test
  void an_import_replaces_what_the_stack_had_under_that_name() {
    stack.up(program().resource("a", "size", "1"));

    stack.up(program().with("a", id("there"), "size", "1"));

    assertThat(stack.steps())
        .containsExactly("import-replacement a", "replace a", "delete-replaced a");
    assertThat(stack.provider.live).containsOnlyKeys("there");
  }

  @Test
  void the_user_adopts_one_resource_and_nothing_else_happens() {
    ScriptedProgram program =
        program().resource("a", "size", "2").resource("b", "size", "1").dependent("c", "of", "a");
    stack.asked = RunOptions.none().withAdoptions(Map.of("a", "there"));

    DeploymentResult result = stack.up(program);

    assertThat(result.result()).as("%s", stack.errors()).isEqualTo(RunResult.SUCCEEDED);
    assertThat(stack.steps()).containsExactly("import a");
    assertThat(stack.names()).containsExactly("a");
    assertThat(stack.state("a").inputs()).isEqualTo(props("size", "1"));
    stack.asked = RunOptions.none();
    stack.up(program);
    assertThat(stack.steps()).contains("update a", "create b", "create c");
    assertThat(stack.provider.live.get("there")).isEqualTo(props("size", "2"));
  }

  @Test
  void what_the_stack_has_already_is_not_adopted_again() {
    ScriptedProgram program = program().resource("a", "size", "1");
    stack.up(program);
    stack.asked = RunOptions.none().withAdoptions(Map.of("a", "there"));

    assertThat(stack.up(program).result()).isEqualTo(RunResult.FAILED);

    assertThat(stack.errors()).singleElement().asString().contains("already");
    stack.asked = RunOptions.none().withAdoptions(Map.of("a", "a-1"));
    assertThat(stack.up(program).result()).isEqualTo(RunResult.SUCCEEDED);
  }

  @Test
  void a_name_that_the_program_does_not_have_is_an_error() {
    stack.asked = RunOptions.none().withAdoptions(Map.of("nobody", "there"));

    DeploymentResult result = stack.up(program().resource("a", "size", "1"));

    assertThat(result.result()).isEqualTo(RunResult.FAILED);
    assertThat(stack.errors()).singleElement().asString().contains("nobody");
  }
}
