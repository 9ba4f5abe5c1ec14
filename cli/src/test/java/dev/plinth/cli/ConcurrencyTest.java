/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.cli.TestWorld.Ended;
import dev.plinth.cli.env.ExitCode;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConcurrencyTest {
  @TempDir private Path home;
  private TestWorld world;
  private String manifest;

  @BeforeEach
  void anEmptyHome() {
    world = new TestWorld(home);
    manifest = world.file("orders.yaml", Manifests.orders());
  }

  @Test
  void of_two_ups_at_once_one_is_refused_with_the_holder_and_nothing_is_lost() {
    AtomicReference<Ended> second = new AtomicReference<>();
    TestWorld other = new TestWorld(home);
    // The second runs from beginning to end while the first is in the middle of a step.
    world.onText(
        text -> {
          if (text.contains("LogGroup orders creating")) {
            second.set(other.run("up", manifest, "--local", "--yes"));
          }
        });

    Ended first = world.run("up", manifest, "--local", "--yes");

    assertThat(first.code()).as(first.all()).isEqualTo(ExitCode.OK);
    assertThat(second.get().code()).as(second.get().all()).isEqualTo(ExitCode.LOCKED);
    assertThat(second.get().err())
        .contains("error[state.locked]", "aws-lambda/dev.orders is locked by ")
        .contains("pid " + ProcessHandle.current().pid());
    assertThat(other.run("up", manifest, "--yes").out()).contains("No changes. 3 unchanged");
  }

  @Test
  void a_preview_needs_no_lock() {
    AtomicReference<Ended> preview = new AtomicReference<>();
    TestWorld other = new TestWorld(home);
    world.onText(
        text -> {
          if (text.contains("LogGroup orders creating")) {
            preview.set(other.run("preview", manifest, "--local"));
          }
        });

    world.run("up", manifest, "--local", "--yes");

    assertThat(preview.get().code()).isEqualTo(ExitCode.OK);
  }

  @Test
  void ctrl_c_finishes_what_is_in_flight_and_says_what_is_left() {
    world.onText(
        text -> {
          if (text.contains("LogGroup orders creating")) {
            assertThat(world.interrupts().interrupt()).as("whether to end at once").isFalse();
          }
        });

    Ended ended = world.run("up", manifest, "--local", "--yes");

    assertThat(ended.code()).as(ended.all()).isEqualTo(ExitCode.CANCELED);
    assertThat(ended.out())
        .contains("LogGroup orders created")
        .containsSubsequence(
            "Interrupted. Left to do:",
            " +  aws:lambda:Function orders create",
            "run the command again to go on");
    Ended again = new TestWorld(home).run("up", manifest, "--yes");
    assertThat(again.out()).contains("+ 1 created", "2 unchanged");
  }

  @Test
  void ctrl_c_begins_no_further_stack() {
    String chain =
        world.file("two.yaml", Manifests.named("first") + "---\n" + Manifests.named("second"));
    world.onText(
        text -> {
          if (text.contains("LogGroup first creating")) {
            world.interrupts().interrupt();
          }
        });

    Ended ended = world.run("up", chain, "--local", "--yes", "--parallel", "1");

    assertThat(ended.code()).isEqualTo(ExitCode.CANCELED);
    assertThat(ended.out()).contains("Not begun: dev.second").doesNotContain("(dev.second)");
  }

  @Test
  void a_destroy_can_be_interrupted_and_gone_on_with() {
    world.run("up", manifest, "--local", "--yes");
    TestWorld impatient = new TestWorld(home);
    impatient.onText(
        text -> {
          if (text.contains("Function orders deleting")) {
            impatient.interrupts().interrupt();
          }
        });

    Ended ended = impatient.run("destroy", "--yes");

    assertThat(ended.code()).isEqualTo(ExitCode.CANCELED);
    assertThat(ended.out())
        .containsSubsequence("Left to do:", " -  aws:cloudwatch:LogGroup orders delete");
    assertThat(new TestWorld(home).run("destroy", "--yes").code()).isEqualTo(ExitCode.OK);
  }

  @Test
  void an_interrupt_with_nothing_in_flight_ends_the_process_at_once() {
    assertThat(world.interrupts().interrupt()).isTrue();
  }
}
