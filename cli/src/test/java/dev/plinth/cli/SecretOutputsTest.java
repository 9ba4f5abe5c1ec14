/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.cli.TestWorld.Ended;
import dev.plinth.cli.env.ExitCode;
import dev.plinth.engine.state.ResourceState;
import dev.plinth.engine.state.Snapshot;
import dev.plinth.engine.state.StackName;
import dev.plinth.engine.state.StackSession;
import dev.plinth.engine.state.file.FileStateStore;
import dev.plinth.engine.urn.Urn;
import dev.plinth.engine.value.PropertyMap;
import dev.plinth.engine.value.PropertyValue;
import dev.plinth.engine.value.PropertyValue.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretOutputsTest {
  private static final Map<String, String> PASSPHRASE = Map.of("PULUMI_CONFIG_PASSPHRASE", "horse");

  @TempDir private Path home;
  private TestWorld world;

  @BeforeEach
  void aStackWithASecretOutput() {
    world = new TestWorld(home).with("PULUMI_CONFIG_PASSPHRASE", "horse");
    StackName name = new StackName("aws-lambda", "dev.orders");
    PropertyMap outputs =
        PropertyMap.builder()
            .put("plain", "visible")
            .put("token", new Secret(PropertyValue.of("hunter2")))
            .build();
    ResourceState root =
        ResourceState.builder(Urn.ofRootStack(name.stack(), name.project()))
            .outputs(outputs)
            .build();
    FileStateStore store =
        new FileStateStore(home.resolve(".plinth/state"), PASSPHRASE, TestWorld.CLOCK);
    try (StackSession session = store.open(name)) {
      session.save(new Snapshot(Optional.empty(), List.of(root), List.of()));
    }
  }

  @Test
  void are_masked_as_text_and_as_json() {
    assertThat(world.run("outputs").out()).contains("\"visible\"", "token: [secret]");
    assertThat(world.run("outputs", "--json").out()).contains("\"token\": \"[secret]\"");
  }

  @Test
  void are_shown_to_those_who_ask() {
    Ended ended = world.run("outputs", "--json", "--show-secrets");

    assertThat(ended.out()).contains("\"token\": \"hunter2\"");
  }

  @Test
  void are_masked_in_every_report_of_a_destroy() {
    world.with("AWS_REGION", "eu-central-1");

    assertThat(world.typing("no\n").run("destroy").all()).doesNotContain("hunter2");
    assertThat(world.run("destroy", "--yes", "--json").all())
        .contains("[secret]")
        .doesNotContain("hunter2");
  }

  @Test
  void need_their_passphrase_only_to_be_shown() {
    TestWorld forgetful = new TestWorld(home);

    Ended masked = forgetful.run("outputs");
    Ended shown = forgetful.run("outputs", "--show-secrets");

    assertThat(masked.code()).as(masked.all()).isEqualTo(ExitCode.OK);
    assertThat(shown.code()).as(shown.all()).isEqualTo(ExitCode.STATE);
    assertThat(shown.err()).contains("PULUMI_CONFIG_PASSPHRASE");
  }

  @Test
  void a_damaged_state_ends_with_five_and_names_the_file() throws IOException {
    Path state = home.resolve(".plinth/state/.pulumi/stacks/aws-lambda/dev.orders.json");
    Files.writeString(state, "{");

    Ended ended = world.run("outputs");

    assertThat(ended.code()).as(ended.all()).isEqualTo(ExitCode.STATE);
    assertThat(ended.err()).contains("dev.orders.json", "fix: ").doesNotContain("\tat ");
  }
}
