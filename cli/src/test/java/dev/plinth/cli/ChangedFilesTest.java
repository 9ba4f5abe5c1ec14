/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonParser;
import dev.plinth.cli.TestWorld.Ended;
import dev.plinth.cli.env.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A preview tells which files of a function's code differ from those that are deployed. */
class ChangedFilesTest {
  private static final String MANIFEST =
      """
      apiVersion: aws.project-planton.org/v1
      kind: AwsComputeStack
      metadata:
        name: shop
        env: dev
      spec:
        project_name: shop
        functions:
          scheduler:
            code:
              local_path: CODE
              runtime: python3.13
              handler: app.handler
      """;

  @TempDir Path home;
  @TempDir Path code;

  private String manifest(TestWorld world) {
    return world.file("stack.yaml", MANIFEST.replace("CODE", code.toString()));
  }

  private Ended deployed(TestWorld world) throws IOException {
    Files.writeString(code.resolve("app.py"), "def handler(event, context): return 1");
    Files.writeString(code.resolve("old.py"), "OLD = 1");
    Files.writeString(code.resolve("same.py"), "SAME = 1");
    Ended up = world.run("up", manifest(world), "--local", "--yes");
    assertThat(up.code()).as(up.all()).isEqualTo(ExitCode.OK);
    return up;
  }

  @Test
  void by_name_below_the_code() throws IOException {
    TestWorld world = new TestWorld(home);
    deployed(world);
    Files.writeString(code.resolve("app.py"), "def handler(event, context): return 2");
    Files.delete(code.resolve("old.py"));
    Files.writeString(code.resolve("new.py"), "NEW = 1");

    Ended preview = world.run("preview", manifest(world), "--color", "never");

    assertThat(preview.out())
        .containsSubsequence(
            "~ code:", "\n          ~ app.py\n          + new.py\n          - old.py\n")
        .doesNotContain("same.py");
    Ended json = world.run("preview", manifest(world), "--json");
    assertThat(
            JsonParser.parseString(json.out()).getAsJsonObject().getAsJsonArray("steps").toString())
        .contains(
            "\"files\":{\"added\":[\"new.py\"],\"changed\":[\"app.py\"],\"removed\":[\"old.py\"]}");
  }

  @Test
  void up_to_ten_and_how_many_more() throws IOException {
    TestWorld world = new TestWorld(home);
    deployed(world);
    Files.writeString(code.resolve("app.py"), "def handler(event, context): return 2");
    for (int i : IntStream.range(0, 20).toArray()) {
      Files.writeString(code.resolve("lib%02d.py".formatted(i)), "LIB = " + i);
    }

    assertThat(world.run("preview", manifest(world), "--color", "never").out())
        .contains("~ app.py\n", "+ lib08.py\n          and 11 more files\n")
        .doesNotContain("lib09.py");
    for (int i : IntStream.range(10, 20).toArray()) {
      Files.delete(code.resolve("lib%02d.py".formatted(i)));
    }
    assertThat(world.run("preview", manifest(world), "--color", "never").out())
        .contains("+ lib08.py\n          and 1 more file\n");
  }

  @Test
  void and_none_where_it_is_not_known_what_was_deployed() throws IOException {
    TestWorld world = new TestWorld(home);
    deployed(world);
    Files.writeString(code.resolve("app.py"), "def handler(event, context): return 2");
    try (var kept = Files.walk(home)) {
      for (Path file :
          kept.filter(path -> path.toString().contains("plinth-archives"))
              .filter(Files::isRegularFile)
              .toList()) {
        Files.writeString(file, "{");
      }
    }

    assertThat(world.run("preview", manifest(world), "--color", "never").out())
        .contains("~ code:")
        .doesNotContain("app.py\n");
  }
}
