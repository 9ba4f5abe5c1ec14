/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.cli.TestWorld.Ended;
import dev.plinth.cli.env.ExitCode;
import java.nio.file.Path;
import java.util.List;
import org.instancio.Instancio;
import org.instancio.Select;
import org.instancio.junit.InstancioExtension;
import org.instancio.junit.Seed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Whatever a file holds, validate says what is wrong with it, and no more. */
@ExtendWith(InstancioExtension.class)
class MutatedManifestsTest {
  private static final int MUTATIONS = 1000;
  private static final String[] PIECES = {
    "{",
    "}",
    "[",
    "]",
    "\"",
    "'",
    ":",
    "- ",
    "&a ",
    "*a",
    "---\n",
    "\t",
    "\0",
    "\uFEFF",
    "!!int ",
    "<<: ",
    "[[[[",
    "1e999",
    "~",
    "#",
    "null",
    "|",
    ">",
    "\n",
    "  ",
    "value_from: ",
    "-1",
    "\\"
  };

  /** Takes a piece of text away, and puts another in its place. */
  record Mutation(int place, int length, int piece) {}

  @Test
  @Seed(20261123)
  void a_thousand_mutations_end_with_0_or_2_and_never_with_a_stack_trace(@TempDir Path home) {
    List<Mutation> mutations =
        Instancio.ofList(Mutation.class)
            .size(MUTATIONS)
            .generate(Select.field(Mutation::place), gen -> gen.ints().range(0, 1_000_000))
            .generate(Select.field(Mutation::length), gen -> gen.ints().range(0, 12))
            .generate(Select.field(Mutation::piece), gen -> gen.ints().range(0, PIECES.length - 1))
            .create();
    TestWorld world = new TestWorld(home);

    int rejected = 0;
    for (Mutation mutation : mutations) {
      Ended ended = world.piping(mutated(mutation)).run("validate", "-");
      assertThat(ended.code()).as(ended.all()).isIn(ExitCode.OK, ExitCode.INVALID);
      assertThat(ended.all()).doesNotContain("Exception", "\tat ", "internal error");
      rejected += ended.code() == ExitCode.INVALID ? 1 : 0;
    }

    assertThat(rejected).as("mutations that broke something").isGreaterThan(MUTATIONS / 3);
  }

  private static String mutated(Mutation mutation) {
    String text = Manifests.orders();
    int place = mutation.place() % text.length();
    int end = Math.min(text.length(), place + mutation.length());
    return text.substring(0, place) + PIECES[mutation.piece()] + text.substring(end);
  }
}
