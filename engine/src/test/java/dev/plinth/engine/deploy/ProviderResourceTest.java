/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.engine.deploy;

import static dev.plinth.engine.deploy.TestStack.props;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.engine.event.RunResult;
import dev.plinth.engine.value.PropertyMap;
import dev.plinth.engine.value.PropertyValue;
import dev.plinth.engine.value.PropertyValue.Secret;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Providers as resources: the default ones and those of the program. */
class ProviderResourceTest {
  private final TestStack stack = new TestStack();

  private static ScriptedProgram program() {
    return new ScriptedProgram();
  }

  @Test
  void the_life_of_a_resource_of_an_explicit_provider() {
    ScriptedProgram one = program().provider("p", "region", "1").resource("a", "size", "1").by("p");

    stack.up(one);
    assertThat(stack.state("a").provider().orElseThrow().urn().name()).isEqualTo("p");
    assertThat(stack.provider.configurations).contains(props("region", "1"));
    assertThat(stack.up(one).hasChanges()).isFalse();
    stack.up(program().provider("p", "region", "1").resource("a", "size", "2").by("p"));
    assertThat(stack.steps()).containsExactly("update a");
    assertThat(stack.refresh().result()).isEqualTo(RunResult.SUCCEEDED);
    assertThat(stack.destroy().result()).isEqualTo(RunResult.SUCCEEDED);
    assertThat(stack.provider.live).isEmpty();
  }

  @Test
  void a_change_of_the_provider_that_replaces_it_replaces_what_it_manages() {
    stack.up(program().provider("p", "region", "1").resource("a", "size", "1").by("p"));

    stack.up(program().provider("p", "region", "2").resource("a", "size", "1").by("p"));

    assertThat(stack.steps())
        .containsExactly("create-replacement a", "replace a", "delete-replaced a");
  }

  @Test
  void another_version_of_the_default_provider_is_no_reason_to_replace() {
    stack.up(program().with("a", options -> options.version("1.0.0"), "size", "1"));

    stack.up(program().with("a", options -> options.version("1.1.0"), "size", "1"));

    assertThat(stack.steps()).containsExactly("same a");
    assertThat(stack.state("a").provider().orElseThrow().urn().name()).isEqualTo("default_1_1_0");
  }

  @Test
  void the_stack_s_configuration_reaches_the_default_provider_secrets_included() {
    PropertyMap config = PropertyMap.of("token", new Secret(PropertyValue.of("s3cret")));
    stack.config = Map.of("test", config);

    stack.up(program().resource("a", "size", "1"));

    assertThat(stack.provider.configurations.get(0)).isEqualTo(config);
    assertThat(stack.state("default").inputs().containsSecrets()).isTrue();
    assertThat(stack.events.toString()).doesNotContain("s3cret");
  }

  @Test
  void default_providers_can_be_forbidden() {
    stack.config = Map.of("pulumi", props("disable-default-providers", "[\"test\"]"));

    DeploymentResult result = stack.up(program().resource("a", "size", "1"));

    assertThat(result.result()).isEqualTo(RunResult.FAILED);
    assertThat(stack.errors()).singleElement().asString().contains("default provider of test");
    assertThat(
            stack
                .up(program().provider("p", "region", "1").resource("a", "size", "1").by("p"))
                .result())
        .isEqualTo(RunResult.SUCCEEDED);
  }

  @Test
  void the_engine_s_own_data_in_a_provider_s_inputs_reaches_neither_provider_nor_outputs() {
    PropertyMap inputs =
        PropertyMap.builder().put("region", "1").put("__internal", PropertyMap.empty()).build();
    ScriptedProgram program = program().providerOf("p", inputs).resource("a", "size", "1").by("p");

    stack.up(program);

    assertThat(stack.provider.configurations).allMatch(config -> !config.has("__internal"));
    assertThat(stack.state("p").inputs().has("__internal")).isTrue();
    assertThat(stack.state("p").outputs().has("__internal")).isFalse();
    assertThat(stack.up(program).hasChanges()).isFalse();
  }

  @Test
  void a_provider_whose_configuration_is_not_known_yet_is_asked_nothing_in_a_preview() {
    PropertyMap unknown = PropertyMap.of("region", PropertyValue.Computed.INSTANCE);

    DeploymentResult result =
        stack.preview(program().providerOf("p", unknown).resource("a", "bad", "1").by("p"));

    assertThat(result.result()).as("%s", stack.errors()).isEqualTo(RunResult.SUCCEEDED);
    assertThat(stack.steps()).containsExactly("create a");
    assertThat(stack.provider.configurations).isEmpty();
  }

  @Test
  void a_wrong_provider_reference_is_an_error_and_no_crash() {
    DeploymentResult result =
        stack.up(program().with("a", options -> options.provider(Optional.of("nonsense"))));

    assertThat(result.result()).isEqualTo(RunResult.FAILED);
    assertThat(stack.errors()).singleElement().asString().contains("provider is wrong");
  }
}
