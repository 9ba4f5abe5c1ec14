/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.interop.moto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opentest4j.TestAbortedException;

/** What happens to the tests where moto is not installed. */
final class MotoInstallationTest {
  private static final Map<String, String> DESK = Map.of();
  private static final Map<String, String> CI = Map.of("CI", "true");

  @TempDir Path folder;

  @BeforeEach
  void require() throws IOException {
    Files.writeString(folder.resolve("requirements.txt"), "moto==2\n");
  }

  @Test
  void skipsAtADeskAndSaysHowToInstallIt() {
    assertThatThrownBy(() -> new MotoInstallation(folder).demand(DESK))
        .isInstanceOf(TestAbortedException.class)
        .hasMessageContaining("run interop/moto/setup");
  }

  @Test
  void failsInCi() {
    assertThatThrownBy(() -> new MotoInstallation(folder).demand(CI))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("run interop/moto/setup");
  }

  @Test
  void isMissingWhereOtherVersionsAreInstalled() throws IOException {
    install("moto==1\n");

    assertThatThrownBy(() -> new MotoInstallation(folder).demand(CI))
        .isInstanceOf(AssertionError.class);
  }

  @Test
  void isThereWhereTheSameVersionsAreInstalled() throws IOException {
    install("moto==2\n");

    assertThat(new MotoInstallation(folder).demand(CI).folder()).isEqualTo(folder);
  }

  private void install(String requirements) throws IOException {
    Path bin = Files.createDirectories(folder.resolve(".venv/bin"));
    assertThat(Files.createFile(bin.resolve("python")).toFile().setExecutable(true)).isTrue();
    Files.writeString(folder.resolve(".venv/requirements.txt"), requirements);
  }
}
