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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A whole foundation from the command line. */
class ComputeStackTest {
  @TempDir Path home;

  @Test
  void what_a_preview_can_foresee_to_fail_is_not_begun() throws IOException {
    TestWorld world = new TestWorld(home);
    String manifest =
        world.file(
            "stack.yaml", Files.readString(Path.of("../examples/compute-stack/minimal.yaml")));

    Ended up = world.run("up", manifest, "--local", "--yes");

    assertThat(up.code()).as(up.all()).isEqualTo(ExitCode.FAILED);
    assertThat(up.all())
        .contains("stack.yaml:", "The native AWS provider has no resource type")
        .doesNotContain("creating");
    LocalAccountOptions options = LocalAccountOptions.of("us-east-1").withClock(TestWorld.CLOCK);
    try (LocalAccount account =
        LocalAccount.open(home.resolve(".plinth").resolve("local"), options)) {
      assertThat(account.isEmpty()).isTrue();
    }
  }
}
