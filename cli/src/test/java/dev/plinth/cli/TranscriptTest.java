/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.cli.TestWorld.Ended;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Runs the transcripts in {@code src/test/resources/transcripts}. A line that begins with {@code $}
 * is a command; below it stand its output, then after {@code !} its error output, then its exit
 * code. Manifests stand beside the transcripts. With {@code -Dplinth.transcripts=write} the files
 * are written anew; read the difference before you commit it.
 */
class TranscriptTest {
  private static final Path FOLDER = Path.of("src/test/resources/transcripts");
  private static final boolean WRITE = "write".equals(System.getProperty("plinth.transcripts"));

  static Stream<String> transcripts() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".transcript"))
          .sorted()
          .toList()
          .stream();
    }
  }

  @ParameterizedTest
  @MethodSource("transcripts")
  void a_transcript_is_repeated_to_the_letter(String name, @TempDir Path home) throws IOException {
    Path file = FOLDER.resolve(name);
    String expected = Files.readString(file);
    TestWorld world = new TestWorld(home);
    copyManifests(home);

    StringBuilder actual = new StringBuilder();
    for (String line : expected.lines().toList()) {
      if (line.startsWith("#")) {
        actual.append(line).append('\n');
      } else if (line.startsWith("$ plinth")) {
        actual.append(actual.isEmpty() || isComment(actual) ? "" : "\n").append(line).append('\n');
        actual.append(played(world, line.substring("$ plinth".length()).strip()));
      }
    }

    if (WRITE) {
      Files.writeString(file, actual);
    }
    assertThat(actual.toString()).isEqualTo(expected);
  }

  private static boolean isComment(StringBuilder text) {
    return text.substring(text.lastIndexOf("\n", text.length() - 2) + 1).startsWith("#");
  }

  private static String played(TestWorld world, String command) {
    List<String> args = new ArrayList<>();
    for (String word : command.isEmpty() ? new String[0] : command.split(" +", -1)) {
      Path file = world.home().resolve(word);
      args.add(!word.startsWith("-") && Files.exists(file) ? file.toString() : word);
    }
    Ended ended = world.run(args);
    String err = ended.err().isEmpty() ? "" : "!\n" + ended.err();
    return stable(ended.out() + err, world.home()) + "exit " + ended.code().number() + "\n";
  }

  /** Paths, times and the ids of providers differ from run to run. */
  private static String stable(String text, Path home) {
    return text.replace(home.toUri().toString(), "file:///~/")
        .replace(home + "/", "")
        .replaceAll("\\(\\d+(\\.\\d+)?s\\)", "(0.01s)")
        .replaceAll("Duration: \\S+", "Duration: 1s")
        .replaceAll("\"(duration|durationSeconds)\":( ?)\\d+", "\"$1\":$21")
        .replaceAll("request id [0-9a-f-]+", "request id 1")
        .replaceAll("(pulumi:providers:\\w+::\\w+::)[0-9a-f-]{36}", "$1id-1");
  }

  private static void copyManifests(Path home) throws IOException {
    try (Stream<Path> files = Files.walk(FOLDER)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path copy = home.resolve(FOLDER.relativize(file).toString());
        Files.createDirectories(copy.getParent());
        Files.copy(file, copy);
      }
    }
  }
}
