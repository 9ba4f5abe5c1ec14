/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.cli.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.cli.distribution.Distribution.Ended;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Does what the documentation shows. In a {@code console} block each line that begins with {@code
 * $} is run and must print the lines below it; the blocks of a page share a home, from top to
 * bottom. A {@code yaml} block that is a manifest must be valid.
 */
class DocumentationIT {

  static List<Path> pages() throws IOException {
    try (Stream<Path> docs = Files.list(Distribution.REPOSITORY.resolve("docs"))) {
      return Stream.concat(
              Stream.of(Distribution.REPOSITORY.resolve("README.md")),
              docs.filter(file -> file.toString().endsWith(".md")).sorted())
          .toList();
    }
  }

  @ParameterizedTest
  @MethodSource("pages")
  void showsWhatHappens(Path page, @TempDir Path home) throws IOException {
    Distribution plinth = new Distribution(home);
    for (Fence fence : Fence.in(page)) {
      if (fence.language().equals("console")) {
        fence.transcript().forEach(step -> follow(plinth, page, step));
      } else if (fence.isManifest()) {
        Ended validated = plinth.runWithInput(fence.text(), "validate", "-");
        assertThat(validated.exit()).as("%s: %s", page, validated.all()).isZero();
      }
    }
  }

  private static void follow(Distribution plinth, Path page, Fence.Step step) {
    assertThat(step.command()).as("a command of %s", page).startsWith("./plinth ");
    String[] arguments = step.command().substring("./plinth ".length()).split(" +", -1);

    Ended ended = plinth.run(arguments);

    assertThat(stable(ended.all().replace(plinth.home().toString(), "~")))
        .as("%s: %s", page, step.command())
        .isEqualTo(stable(step.output()));
  }

  /** Durations differ from run to run, and trailing space does not show. */
  private static String stable(String text) {
    return text.replaceAll("\\(?\\b\\d+(\\.\\d+)?(m\\d+)?s\\b\\)?", "<time>")
        .replaceAll("(?m)[ \\t]+$", "")
        .strip();
  }
}
