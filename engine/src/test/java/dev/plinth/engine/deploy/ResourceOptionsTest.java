/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.engine.deploy;

import static dev.plinth.engine.deploy.TestStack.props;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.engine.event.EngineEvent.ResourceDone;
import dev.plinth.engine.event.RunResult;
import dev.plinth.engine.state.CustomTimeouts;
import dev.plinth.engine.value.PropertyMap;
import dev.plinth.engine.value.PropertyValue;
import dev.plinth.engine.value.PropertyValue.Items;
import dev.plinth.engine.value.PropertyValue.ResourceReference;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What each option does that no other test is about. */
class ResourceOptionsTest {
  private final TestStack stack = new TestStack();

  private static ScriptedProgram program() {
    return new ScriptedProgram();
  }

  @Test
  void protect_and_retainOnDelete_are_inherited_from_the_parent() {
    stack.up(
        program()
            .component(
                "group",
                options -> options.protect(Optional.of(true)).retainOnDelete(Optional.of(true)))
            .resource("a", "size", "1")
            .under("group")
            .with("b", options -> options.protect(Optional.of(false)), "size", "1")
            .under("group"));

    assertThat(stack.state("a").protect()).isTrue();
    assertThat(stack.state("a").retainOnDelete()).isTrue();
    assertThat(stack.state("b").protect()).isFalse();
  }

  @Test
  void all_protected_resources_that_would_go_are_named_at_once() {
    stack.up(
        program()
            .with("a", options -> options.protect(Optional.of(true)))
            .with("b", options -> options.protect(Optional.of(true)))
            .resource("c"));

    DeploymentResult result = stack.destroy();

    assertThat(result.result()).isEqualTo(RunResult.FAILED);
    assertThat(stack.errors()).hasSize(2).allMatch(message -> message.contains("protected"));
    assertThat(stack.provider.live).hasSize(3);
  }

  @Test
  void additional_secret_outputs_are_secret_from_the_first_run_on() {
    stack.up(
        program()
            .with("a", options -> options.additionalSecretOutputs(List.of("arn")), "size", "1"));

    assertThat(stack.state("a").outputs().get("arn").orElseThrow().containsSecrets()).isTrue();
  }

  @Test
  void time_limits_reach_the_provider_and_the_state() {
    List<Optional<Duration>> seen = new ArrayList<>();
    CustomTimeouts timeouts =
        new CustomTimeouts(
            Optional.of(Duration.ofSeconds(90)),
            Optional.empty(),
            Optional.of(Duration.ofMinutes(5)));
    stack.provider.beforeCreate = request -> seen.add(request.timeout());
    stack.provider.beforeDelete = request -> seen.add(request.timeout());

    stack.up(program().with("a", options -> options.customTimeouts(timeouts), "size", "1"));
    assertThat(stack.state("a").customTimeouts()).isEqualTo(timeouts);
    stack.destroy();

    assertThat(seen)
        .containsExactly(Optional.of(Duration.ofSeconds(90)), Optional.of(Duration.ofMinutes(5)));
  }

  @Test
  void hidden_differences_change_what_is_shown_and_nothing_else() {
    stack.up(program().resource("a", "size", "1", "colour", "red"));

    stack.up(
        program()
            .with(
                "a", options -> options.hideDiffs(List.of("size")), "size", "2", "colour", "blue"));

    assertThat(stack.results()).containsExactly("update a [colour]");
    assertThat(stack.state("a").inputs()).isEqualTo(props("size", "2", "colour", "blue"));
  }

  @Test
  void ignored_paths_lead_into_objects_and_lists_with_wildcards() {
    PropertyMap before = nested("1");
    stack.up(program().resource("a", before, Map.of(), r -> Requests.ignoreChanges(r, "tags.*")));

    stack.up(
        program().resource("a", nested("2"), Map.of(), r -> Requests.ignoreChanges(r, "tags.*")));

    assertThat(stack.steps()).containsExactly("same a");
    assertThat(stack.state("a").inputs()).isEqualTo(before);
  }

  private static PropertyMap nested(String value) {
    return PropertyMap.of(
        "tags",
        PropertyValue.of(PropertyMap.of("list", new Items(List.of(PropertyValue.of(value))))));
  }

  @Test
  void a_path_that_is_none_is_an_error_that_says_so() {
    stack.up(program().resource("a", "size", "1"));

    DeploymentResult result =
        stack.up(
            program()
                .resource("a", props("size", "2"), Map.of(), r -> Requests.ignoreChanges(r, "a[")));

    assertThat(result.result()).isEqualTo(RunResult.FAILED);
    assertThat(stack.errors()).singleElement().asString().contains("property path");
  }

  @Test
  void a_parent_that_was_not_registered_is_an_error() {
    DeploymentResult result =
        stack.up(
            program()
                .resource(
                    "a",
                    props(),
                    Map.of(),
                    request -> Requests.parent(request, TestStack.urn("nobody"))));

    assertThat(result.result()).isEqualTo(RunResult.FAILED);
    assertThat(stack.errors()).singleElement().asString().contains("was not registered");
  }

  @Test
  void a_type_that_is_no_type_is_an_error() {
    DeploymentResult result =
        stack.up(program().resource("a", props(), Map.of(), r -> Requests.type(r, "nonsense")));

    assertThat(result.result()).isEqualTo(RunResult.FAILED);
    assertThat(stack.errors()).singleElement().asString().contains("is not a resource type");
  }

  @Test
  void providers_get_ids_where_the_program_gave_resources() {
    PropertyMap inputs =
        PropertyMap.builder()
            .put(
                "thing",
                new ResourceReference(TestStack.urn("b"), Optional.of(PropertyValue.of("b-1")), ""))
            .put("group", new ResourceReference(TestStack.urn("g"), Optional.empty(), ""))
            .build();

    stack.up(program().resource("a", inputs, Map.of(), request -> request));

    assertThat(stack.provider.live.get("a-1"))
        .isEqualTo(props("thing", "b-1", "group", TestStack.urn("g").text()));
  }

  @Test
  void what_depends_on_a_component_goes_before_the_component_s_children() {
    stack.parallel = 4;
    stack.up(
        program()
            .component("group")
            .resource("child", "size", "1")
            .under("group")
            .resource(
                "user",
                props(),
                Map.of("of", "group"),
                request ->
                    new RegisterRequest(
                        request.type(),
                        request.name(),
                        request.parent(),
                        true,
                        props(),
                        List.of(group()),
                        Map.of(),
                        request.options())));
    stack.provider.calls.clear();

    stack.destroy();

    assertThat(stack.provider.calls).containsExactly("delete user", "delete child");
  }

  private static dev.plinth.engine.urn.Urn group() {
    return dev.plinth.engine.urn.Urn.of(
        TestStack.NAME.stack(),
        TestStack.NAME.project(),
        Optional.of(TestStack.root()),
        ScriptedProgram.COMPONENT,
        "group");
  }

  @Test
  void a_component_becomes_a_custom_resource_and_the_other_way_round() {
    stack.up(program().component("x"));

    DeploymentResult result =
        stack.up(
            program()
                .resource(
                    "x", props(), Map.of(), r -> Requests.type(r, ScriptedProgram.COMPONENT)));

    assertThat(result.result()).as("%s", stack.errors()).isEqualTo(RunResult.SUCCEEDED);
    assertThat(stack.provider.live).hasSize(1);
    stack.up(program().component("x"));
    assertThat(stack.provider.live).isEmpty();
    assertThat(stack.state("x").custom()).isFalse();
  }

  @Test
  void old_checked_inputs_are_what_the_next_check_sees() {
    PropertyMap named = PropertyMap.builder().put("named", true).build();
    stack.up(program().resource("a", named, Map.of(), request -> request));
    PropertyMap checked = stack.state("a").inputs();

    stack.up(program().resource("a", named, Map.of(), request -> request));

    assertThat(stack.provider.checks.get(stack.provider.checks.size() - 1).olds())
        .isEqualTo(checked);
  }

  @Test
  void times_change_only_when_the_resource_does() {
    stack.up(program().resource("a", "size", "1"));
    var created = stack.state("a");

    stack.up(program().resource("a", "size", "1"));
    assertThat(stack.state("a").modified()).isEqualTo(created.modified());
    stack.up(program().resource("a", "size", "2"));

    assertThat(stack.state("a").created()).isEqualTo(created.created());
    assertThat(stack.events.stream().filter(ResourceDone.class::isInstance)).isNotEmpty();
  }
}
