/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.engine.deploy.Deployment;
import dev.plinth.engine.deploy.DeploymentOptions;
import dev.plinth.engine.deploy.DeploymentResult;
import dev.plinth.engine.deploy.Program;
import dev.plinth.engine.deploy.RegisterRequest;
import dev.plinth.engine.deploy.RunOptions;
import dev.plinth.engine.event.EngineEvent;
import dev.plinth.engine.event.RunKind;
import dev.plinth.engine.event.RunResult;
import dev.plinth.engine.state.ResourceState;
import dev.plinth.engine.state.Snapshot;
import dev.plinth.engine.state.StackName;
import dev.plinth.engine.state.StackSession;
import dev.plinth.engine.state.file.FileStateStore;
import dev.plinth.engine.value.PropertyMap;
import dev.plinth.engine.value.PropertyValue;
import dev.plinth.engine.value.PropertyValue.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Stacks whose resources a plugin serves, in a process of its own. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the plugins of these tests are shell scripts")
final class PluginRunTest {
  private static final StackName STACK = new StackName("shop", "dev");
  private static final String TYPE = "demo:index:Thing";

  @TempDir Path folder;
  private final List<EngineEvent> events = new CopyOnWriteArrayList<>();
  private final List<String> said = new CopyOnWriteArrayList<>();
  private PropertyMap config = PropertyMap.empty();

  @Test
  void a_resource_lives_its_life_in_a_plugin() throws IOException {
    Installation installation = installation().demo("1.0.0");

    assertThat(up(installation, thing("small", "round")).result()).isEqualTo(RunResult.SUCCEEDED);
    assertThat(up(installation, thing("small", "round")).result()).isEqualTo(RunResult.SUCCEEDED);
    assertThat(up(installation, thing("large", "round")).result()).isEqualTo(RunResult.SUCCEEDED);
    assertThat(up(installation, thing("large", "square")).result()).isEqualTo(RunResult.SUCCEEDED);
    assertThat(destroy(installation).result()).isEqualTo(RunResult.SUCCEEDED);

    assertThat(installation.asked())
        .containsExactly(
            "create lamp [shape, size]",
            "update lamp to large",
            "create lamp [shape, size]",
            "delete id-of-lamp",
            "delete id-of-lamp");
  }

  @Test
  void what_the_plugin_answers_is_in_the_state() throws IOException {
    DeploymentResult result = up(installation().demo("1.0.0"), thing("small", "round"));

    ResourceState lamp = lamp(result.snapshot());
    assertThat(lamp.id()).contains("id-of-lamp");
    assertThat(lamp.outputs().text("weight")).contains("7 kg");
  }

  @Test
  void a_secret_travels_as_a_secret_and_comes_back_as_one() throws IOException {
    PropertyMap inputs = PropertyMap.of("size", new Secret(PropertyValue.of("small")));

    DeploymentResult result = up(installation().demo("1.0.0"), program(inputs));

    assertThat(lamp(result.snapshot()).outputs().get("size").orElseThrow())
        .isEqualTo(new Secret(PropertyValue.of("small")));
  }

  @Test
  void what_exists_but_is_not_well_is_kept() throws IOException {
    DeploymentResult result = up(installation().demo("1.0.0"), thing("broken", "round"));

    assertThat(result.result()).isEqualTo(RunResult.FAILED);
    assertThat(errors()).anyMatch(message -> message.contains("it leans"));
    assertThat(lamp(result.snapshot()).initErrors()).containsExactly("it leans");
  }

  @Test
  void a_check_that_fails_names_the_property() throws IOException {
    assertThat(up(installation().demo("1.0.0"), thing("huge", "round")).result())
        .isEqualTo(RunResult.FAILED);
    assertThat(errors()).anyMatch(message -> message.contains("huge is too large."));
  }

  @Test
  void a_plugin_that_ends_in_the_middle_fails_the_run_in_plain_words() throws IOException {
    assertThat(up(installation().demo("1.0.0"), thing("fatal", "round")).result())
        .isEqualTo(RunResult.FAILED);
    assertThat(errors())
        .anyMatch(
            message -> message.contains("the plugin of the package 'demo' ended during Create"));
  }

  @Test
  void a_plugin_that_prints_no_port_is_refused() throws IOException {
    Installation installation =
        installation().script("demo", "1.0.0", "echo no key >&2; echo sorry; exec sleep 60");

    assertThat(up(installation, thing("small", "round")).result()).isEqualTo(RunResult.FAILED);
    assertThat(errors()).anyMatch(message -> message.contains("printed no port but: sorry"));
  }

  @Test
  void a_plugin_that_ends_at_once_is_refused_and_heard() throws IOException {
    Installation installation = installation().script("demo", "1.0.0", "echo no key >&2; exit 1");

    assertThat(up(installation, thing("small", "round")).result()).isEqualTo(RunResult.FAILED);
    assertThat(errors()).anyMatch(message -> message.contains("ended before it said its port"));
    assertThat(said).contains("INFO demo: no key");
  }

  @Test
  void a_plugin_is_heard_to_its_end_even_if_it_takes_its_time() throws IOException {
    Installation installation =
        installation()
            .script("demo", "1.0.0", "trap '' TERM; exec >&-; sleep 0.2; echo no key >&2; exit 1");

    assertThat(up(installation, thing("small", "round")).result()).isEqualTo(RunResult.FAILED);
    assertThat(said).contains("INFO demo: no key");
  }

  @Test
  void what_a_plugin_says_is_passed_on() throws IOException {
    up(installation().demo("1.0.0"), thing("small", "round"));

    assertThat(said).contains("WARNING demo: made lamp", "INFO demo: more for people");
  }

  @Test
  void no_plugin_outlives_its_run() throws IOException {
    Installation installation = installation().demo("1.0.0");

    up(installation, thing("small", "round"));

    assertNoneIsLeft(installation);
  }

  @Test
  void no_plugin_outlives_a_run_that_could_not_configure_it() throws IOException {
    Installation installation = installation().demo("1.0.0");
    config = PropertyMap.builder().put("wrong", "yes").build();

    up(installation, thing("small", "round"));

    assertThat(errors()).anyMatch(message -> message.contains("nothing can be wrong"));
    assertNoneIsLeft(installation);
  }

  private static void assertNoneIsLeft(Installation installation) throws IOException {
    assertThat(Files.readAllLines(installation.ledger()))
        .filteredOn(line -> line.startsWith("started "))
        .isNotEmpty()
        .allSatisfy(
            line ->
                assertThat(ProcessHandle.of(Long.parseLong(line.substring("started ".length()))))
                    .isEmpty());
  }

  private Installation installation() {
    return new Installation(folder.resolve("pulumi"));
  }

  private DeploymentResult up(Installation installation, Program program) {
    return run(RunKind.UPDATE, installation, program);
  }

  private DeploymentResult destroy(Installation installation) {
    return run(RunKind.DESTROY, installation, thing("none", "none"));
  }

  private DeploymentResult run(RunKind kind, Installation installation, Program program) {
    events.clear();
    PluginProviders providers =
        new PluginProviders(
            installation.environment(),
            folder,
            folder,
            (severity, name, message) -> said.add(severity + " " + name + ": " + message));
    DeploymentOptions options =
        new DeploymentOptions(
            Map.of("demo", providers.of("demo")),
            Map.of("demo", config),
            folder,
            4,
            Clock.systemUTC());
    FileStateStore store =
        new FileStateStore(
            folder.resolve("state"), Map.of("PULUMI_CONFIG_PASSPHRASE", "open sesame"));
    try (StackSession session = store.open(STACK)) {
      return Deployment.execute(kind, STACK, session, options, RunOptions.none(), events::add)
          .run(program);
    }
  }

  private static Program thing(String size, String shape) {
    return program(PropertyMap.builder().put("size", size).put("shape", shape).build());
  }

  private static Program program(PropertyMap inputs) {
    return monitor ->
        monitor
            .register(RegisterRequest.of(TYPE, "lamp", Optional.empty(), true, inputs))
            .thenAccept(response -> {});
  }

  private static ResourceState lamp(Snapshot snapshot) {
    return snapshot.resources().stream()
        .filter(state -> state.type().equals(TYPE))
        .findFirst()
        .orElseThrow();
  }

  private List<String> errors() {
    return events.stream()
        .filter(EngineEvent.Diagnostic.class::isInstance)
        .map(event -> ((EngineEvent.Diagnostic) event).message())
        .toList();
  }
}
