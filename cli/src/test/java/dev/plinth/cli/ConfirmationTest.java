/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.cli.TestWorld.Ended;
import dev.plinth.cli.env.ExitCode;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConfirmationTest {
  @TempDir private Path home;
  private TestWorld world;
  private String manifest;

  @BeforeEach
  void anEmptyHome() {
    world = new TestWorld(home);
    manifest = world.file("orders.yaml", Manifests.orders());
  }

  @ParameterizedTest
  @ValueSource(strings = {"yes\n", "y\n", "YES\r\n", " yes \n"})
  void up_shows_a_preview_and_deploys_after_a_yes(String answer) {
    Ended ended = world.typing(answer).run("up", manifest, "--local");

    assertThat(ended.code()).as(ended.all()).isEqualTo(ExitCode.OK);
    assertThat(ended.out())
        .containsSubsequence(
            "Previewing update (dev.orders):",
            "+ 3 to create",
            "Do you want to perform this update? [yes/no]",
            "Updating (dev.orders):",
            "+ 3 created");
  }

  @ParameterizedTest
  @ValueSource(strings = {"no\n", "\n", "", "yes please\n"})
  void up_does_nothing_after_anything_else(String answer) {
    Ended ended = world.typing(answer).run("up", manifest, "--local");

    assertThat(ended.code()).isEqualTo(ExitCode.REFUSED);
    assertThat(ended.out()).endsWith("Nothing was done.\n");
    assertThat(home.resolve(".plinth")).doesNotExist();
  }

  @Test
  void up_asks_nothing_when_there_is_nothing_to_do() {
    world.run("up", manifest, "--local", "--yes");

    Ended ended = world.typing("").run("up", manifest);

    assertThat(ended.code()).isEqualTo(ExitCode.OK);
    assertThat(ended.out()).endsWith("There is nothing to do.\n").doesNotContain("Do you want");
  }

  @Test
  void destroy_shows_what_goes_and_keeps_it_after_a_no() {
    world.run("up", manifest, "--local", "--yes");

    Ended refused = world.typing("no\n").run("destroy");
    Ended outputs = world.run("outputs");

    assertThat(refused.code()).isEqualTo(ExitCode.REFUSED);
    assertThat(refused.out()).contains("Previewing destroy (dev.orders):", "- 3 to delete");
    assertThat(outputs.code()).isEqualTo(ExitCode.OK);
  }

  @Test
  void nobody_is_asked_in_a_pipeline_even_if_it_answers() {
    Ended ended = world.piping("yes\n").run("up", manifest, "--local");

    assertThat(ended.code()).isEqualTo(ExitCode.REFUSED);
    assertThat(ended.err()).contains("there is no terminal", "--yes");
    assertThat(ended.out()).isEmpty();
  }

  @Test
  void colours_are_for_terminals_that_do_not_refuse_them() {
    assertThat(world.typing("no\n").run("up", manifest, "--local").out()).contains("\033[32m");
    assertThat(world.typing("no\n").run("up", manifest, "--local", "--color", "never").out())
        .doesNotContain("\033[");
    assertThat(world.piping("").run("preview", manifest, "--local").out()).doesNotContain("\033[");
    assertThat(world.run("preview", manifest, "--local", "--color", "ALWAYS").out())
        .contains("\033[32m");
    assertThat(world.with("NO_COLOR", "1").typing("no\n").run("up", manifest, "--local").out())
        .doesNotContain("\033[");
  }
}
