/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.cli.TestWorld.Ended;
import dev.plinth.cli.env.ExitCode;
import dev.plinth.local.LocalAccount;
import dev.plinth.local.LocalAccountOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code plinth refresh} says and does when somebody has changed what was deployed. */
class RefreshCommandTest {
  @TempDir Path home;
  private TestWorld world;
  private String manifest;

  @BeforeEach
  void deploy() throws IOException {
    world = new TestWorld(home);
    manifest =
        world.file(
            "orders.yaml", Files.readString(Path.of("src/test/resources/transcripts/orders.yaml")));
    assertThat(world.run("up", manifest, "--local", "--yes").code()).isEqualTo(ExitCode.OK);
  }

  private void meddle(int memory) {
    LocalAccountOptions options = LocalAccountOptions.of("us-east-1").withClock(TestWorld.CLOCK);
    try (LocalAccount account =
        LocalAccount.open(home.resolve(".plinth").resolve("local"), options)) {
      account
          .lambda()
          .updateFunctionConfiguration(
              request -> request.functionName("orders").memorySize(memory));
    }
  }

  @Test
  void shows_what_drifted_and_the_next_update_mends_it() {
    meddle(1024);

    Ended refreshed = world.run("refresh", manifest, "--yes");

    assertThat(refreshed.code()).as(refreshed.all()).isEqualTo(ExitCode.OK);
    assertThat(refreshed.out())
        .contains("Refreshing (dev.orders):\n")
        .contains(" ~  aws:lambda:Function orders updated")
        .contains("      ~ memorySize: 512 => 1024\n")
        .contains("    ~ 1 updated\n");
    assertThat(world.run("up", manifest, "--yes").out())
        .contains("      ~ memorySize: 1024 => 512\n");
    assertThat(world.run("refresh", manifest, "--yes").out()).contains("No changes.");
  }

  @Test
  void asks_before_it_records() {
    meddle(1024);
    world.typing("no\n");

    Ended refused = world.run("refresh", manifest);

    assertThat(refused.code()).isEqualTo(ExitCode.REFUSED);
    assertThat(refused.out())
        .contains("Previewing refresh (dev.orders):")
        .contains("Do you want to record this?");
  }

  @Test
  void a_preview_asks_nothing() {
    meddle(1024);

    Ended preview = world.run("refresh", "--preview-only");

    assertThat(preview.code()).isEqualTo(ExitCode.OK);
    assertThat(preview.out()).contains("memorySize: 512 => 1024").contains("~ 1 to update");
  }

  @Test
  void what_is_accepted_is_drift_no_longer() {
    meddle(1024);

    assertThat(world.run("refresh", manifest, "--accept", "--yes").out())
        .contains("memorySize: 512 => 1024");

    assertThat(world.run("refresh", manifest, "--yes").out()).contains("No changes.");
  }

  @Test
  void an_update_can_refresh_first() {
    meddle(1024);

    Ended updated = world.run("up", manifest, "--refresh", "--yes");

    assertThat(updated.out())
        .contains("aws:lambda:Function orders refreshed")
        .contains("aws:lambda:Function orders updated");
    assertThat(world.run("refresh", manifest, "--yes").out()).contains("No changes.");
  }

  @Test
  void a_preview_that_would_record_is_a_mistake() {
    assertThat(world.run("refresh", manifest, "--preview-only", "--accept").code())
        .isEqualTo(ExitCode.INVALID);
  }
}
