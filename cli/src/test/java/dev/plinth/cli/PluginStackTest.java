/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.cli.TestWorld.Ended;
import dev.plinth.cli.env.ExitCode;
import dev.plinth.plugin.Installation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * A stack of a package that the native provider does not serve, as {@code pulumi} left it: the
 * commands that need no program go on with it through the package's plugin.
 */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the plugin of these tests is a shell script")
class PluginStackTest {
  private static final String LAMP = "urn:pulumi:dev::shop::demo:index:Thing::lamp";

  @TempDir Path home;
  private TestWorld world;
  private Installation installation;

  @BeforeEach
  void aStackThatPulumiMade() throws IOException {
    installation = new Installation(home.resolve("pulumi"));
    world = new TestWorld(home);
    installation.environment().forEach(world::with);
    installation.thing("id-of-lamp", "small");
    Ended imported = world.run("state", "import", world.file("exported.json", EXPORTED));
    assertThat(imported.code()).as(imported.all()).isEqualTo(ExitCode.OK);
  }

  @Test
  void refresh_shows_what_has_drifted_and_finds_nothing_where_nothing_has() throws IOException {
    installation.demo("1.0.0");

    Ended same = world.run("refresh", "--preview-only");
    installation.thing("id-of-lamp", "large");
    Ended drifted = world.run("refresh", "--yes");

    assertThat(same.code()).as(same.all()).isEqualTo(ExitCode.OK);
    assertThat(same.out()).doesNotContain("lamp");
    assertThat(drifted.code()).as(drifted.all()).isEqualTo(ExitCode.OK);
    assertThat(drifted.out()).contains("~  demo:index:Thing lamp", "size: \"small\" => \"large\"");
    assertThat(world.run("state", "show", LAMP).out()).contains("\"size\": \"large\"");
  }

  @Test
  void what_is_gone_leaves_the_state() throws IOException {
    installation.demo("1.0.0").withoutThing("id-of-lamp");

    Ended refreshed = world.run("refresh", "--yes");

    assertThat(refreshed.code()).as(refreshed.all()).isEqualTo(ExitCode.OK);
    assertThat(world.run("state", "list").out()).doesNotContain(LAMP);
  }

  @Test
  void destroy_deletes_through_the_plugin_which_ends_with_it() throws IOException {
    installation.demo("1.0.0");

    Ended destroyed = world.run("destroy", "--yes");

    assertThat(destroyed.code()).as(destroyed.all()).isEqualTo(ExitCode.OK);
    assertThat(destroyed.out()).contains("-  demo:index:Thing lamp deleted", "is gone");
    assertThat(destroyed.err()).contains("demo: more for people");
    assertThat(installation.asked()).containsExactly("delete id-of-lamp");
    assertThat(Files.readAllLines(installation.ledger()))
        .filteredOn(line -> line.startsWith("started "))
        .singleElement()
        .satisfies(
            line ->
                assertThat(ProcessHandle.of(Long.parseLong(line.substring("started ".length()))))
                    .isEmpty());
  }

  @Test
  void a_plugin_that_is_missing_is_an_error_that_says_where_it_was_looked_for() {
    for (String command : new String[] {"refresh", "destroy"}) {
      Ended failed = world.run(command, "--yes");

      assertThat(failed.code()).as(failed.all()).isEqualTo(ExitCode.FAILED);
      assertThat(failed.all())
          .contains(
              "no plugin of the package 'demo' is installed in version 1.0.0",
              home.resolve("pulumi/plugins").toString(),
              "pulumi plugin install resource demo 1.0.0",
              "PATH");
    }
    assertThat(world.run("state", "list").out()).contains(LAMP);
  }

  @Test
  void another_version_is_no_substitute_and_is_named() throws IOException {
    installation.demo("2.0.0");

    Ended failed = world.run("destroy", "--yes");

    assertThat(failed.code()).as(failed.all()).isEqualTo(ExitCode.FAILED);
    assertThat(failed.all()).contains("in version 1.0.0. Installed: 2.0.0.");
  }

  private static final String EXPORTED =
      """
      {"version": 3, "deployment": {
        "manifest": {"time": "2026-11-23T10:00:00Z", "magic": "", "version": ""},
        "resources": [
          {"urn": "urn:pulumi:dev::shop::pulumi:pulumi:Stack::shop-dev", "custom": false,
           "type": "pulumi:pulumi:Stack"},
          {"urn": "urn:pulumi:dev::shop::pulumi:providers:demo::default_1_0_0", "custom": true,
           "id": "b1a6a1a4-7f0b-4c0e-9d2a-0c8a3c1b2d3e", "type": "pulumi:providers:demo",
           "inputs": {"version": "1.0.0"}, "outputs": {"version": "1.0.0"}},
          {"urn": "urn:pulumi:dev::shop::demo:index:Thing::lamp", "custom": true,
           "id": "id-of-lamp", "type": "demo:index:Thing",
           "inputs": {"shape": "round", "size": "small"},
           "outputs": {"shape": "round", "size": "small", "weight": "7 kg"},
           "parent": "urn:pulumi:dev::shop::pulumi:pulumi:Stack::shop-dev",
           "provider": "urn:pulumi:dev::shop::pulumi:providers:demo::default_1_0_0::b1a6a1a4-7f0b-4c0e-9d2a-0c8a3c1b2d3e"}
        ]}}
      """;
}
