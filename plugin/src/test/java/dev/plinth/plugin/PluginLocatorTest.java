/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.plinth.engine.provider.ProviderException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Where plugins are looked for. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the plugins of these tests are shell scripts")
final class PluginLocatorTest {
  @TempDir Path home;
  private Installation installation;

  @BeforeEach
  void install() throws IOException {
    installation = new Installation(home.resolve(".pulumi"));
    for (String version : new String[] {"1.9.0", "1.10.0", "1.10.0-beta.1", "0.1.0"}) {
      installation.script("random", version, "exit 1");
    }
  }

  @Test
  void takes_the_version_that_is_asked_for() {
    assertThat(locator(Map.of()).find("random", Optional.of("1.9.0")).executable())
        .hasParentRaw(home.resolve(".pulumi/plugins/resource-random-v1.9.0"));
  }

  @Test
  void takes_the_newest_where_none_is_asked_for() {
    assertThat(locator(Map.of()).find("random", Optional.empty()).version()).contains("1.10.0");
  }

  @Test
  void prefers_what_is_on_the_path() throws IOException {
    Path elsewhere = Files.createDirectory(home.resolve("bin"));
    Files.move(
        home.resolve(".pulumi/plugins/resource-random-v0.1.0/pulumi-resource-random"),
        elsewhere.resolve("pulumi-resource-random"));

    assertThat(
            locator(Map.of("PATH", elsewhere.toString()))
                .find("random", Optional.of("1.9.0"))
                .executable())
        .hasParentRaw(elsewhere);
  }

  @Test
  void looks_in_the_folder_that_the_environment_names() {
    assertThat(
            locator(Map.of("PULUMI_HOME", home.resolve(".pulumi").toString()))
                .find("random", Optional.of("0.1.0"))
                .version())
        .contains("0.1.0");
  }

  @Test
  void says_what_is_installed_and_how_to_install_what_is_not() {
    ProviderException failure =
        catchThrowableOfType(
            ProviderException.class, () -> locator(Map.of()).find("random", Optional.of("2.0.0")));

    assertThat(failure).hasMessageContaining("2.0.0").hasMessageContaining("1.10.0");
    assertThat(failure.remedy().orElseThrow())
        .contains("pulumi plugin install resource random 2.0.0", "PATH");
  }

  @Test
  void says_so_when_there_are_no_plugins_at_all() {
    PluginLocator empty = new PluginLocator(Map.of(), home.resolve("nobody"));

    assertThat(
            catchThrowableOfType(
                ProviderException.class, () -> empty.find("random", Optional.empty())))
        .hasMessage("no plugin of the package 'random' is installed.");
  }

  private PluginLocator locator(Map<String, String> environment) {
    return new PluginLocator(environment, home);
  }
}
