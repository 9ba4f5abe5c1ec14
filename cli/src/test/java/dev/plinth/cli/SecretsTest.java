/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.cli.TestWorld.Ended;
import dev.plinth.cli.env.ExitCode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real secrets, the keys of a provider configuration, stay where they are in every command. */
class SecretsTest {
  private static final String SECRET_KEY = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY";
  private static final String SESSION_TOKEN = "FwoGZXIvYXdzEXAMPLETOKENthatNobodyMayRead";
  private static final String CONFIG =
      """
      access_key_id: ASIAIOSFODNN7EXAMPLE
      secret_access_key: %s
      session_token: %s
      region: eu-west-1
      """
          .formatted(SECRET_KEY, SESSION_TOKEN);

  @TempDir private Path home;
  private TestWorld world;
  private String manifest;
  private String config;

  @BeforeEach
  void aConfigurationWithKeys() {
    world = new TestWorld(home).with("PULUMI_CONFIG_PASSPHRASE", "horse");
    manifest = world.file("orders.yaml", Manifests.orders());
    config = world.file("config/aws.yaml", CONFIG);
  }

  private Ended run(String... args) {
    Ended ended = world.run(args);
    assertThat(ended.code()).as(ended.all()).isEqualTo(ExitCode.OK);
    assertThat(ended.all()).doesNotContain(SECRET_KEY, SESSION_TOKEN);
    return ended;
  }

  private Ended withConfig(String command, String... more) {
    List<String> args =
        Stream.concat(
                Stream.of(command, manifest, "--local", "--provider-config", config),
                Stream.of(more))
            .toList();
    return run(args.toArray(String[]::new));
  }

  /** Every file that the commands have left, the configuration apart. */
  private void requireNoSecretOnDisk() throws IOException {
    try (Stream<Path> files = Files.walk(home)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        if (!file.startsWith(home.resolve("config"))) {
          assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
              .as("%s", file)
              .doesNotContain(SECRET_KEY, SESSION_TOKEN);
        }
      }
    }
  }

  @Test
  void never_stand_in_a_plan_and_are_in_what_the_plan_deploys() throws IOException {
    String plan = home.resolve("plan.json").toString();

    withConfig("preview", "--save-plan", plan);
    requireNoSecretOnDisk();
    assertThat(Files.readString(Path.of(plan))).contains("ciphertext", "eu-west-1");

    withConfig("up", "--yes", "--plan", plan);
    requireNoSecretOnDisk();
    Ended shown = world.run("state", "show", provider(), "--show-secrets", "--json");
    assertThat(shown.out()).contains(SECRET_KEY, SESSION_TOKEN);
  }

  private String provider() {
    return run("state", "list")
        .out()
        .lines()
        .filter(urn -> urn.contains("pulumi:providers:aws"))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void never_stand_in_what_a_command_prints_or_logs() throws IOException {
    String log = home.resolve("events.jsonl").toString();

    assertThat(withConfig("preview", "--event-log", log).out()).contains("+ 4 to create");
    requireNoSecretOnDisk();
    assertThat(withConfig("preview", "--json").out()).contains("\"secretKey\": \"[secret]\"");
    assertThat(withConfig("up", "--yes", "--json", "--event-log", log).out())
        .contains("\"secretKey\":\"[secret]\"");
    requireNoSecretOnDisk();
    world.file("config/aws.yaml", CONFIG.replace("eu-west-1", "eu-west-2"));
    withConfig("preview", "--debug");
    withConfig("preview", "--debug", "--json");
    run("refresh", "--yes", "--event-log", log);
    run("state", "show", provider());
    run("state", "export");
    run("outputs", "--json");
    assertThat(run("destroy", "--yes", "--json", "--event-log", log).out())
        .contains("\"secretKey\":\"[secret]\"");
    requireNoSecretOnDisk();
  }
}
