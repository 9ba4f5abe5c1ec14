/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.plinth.cli.TestWorld.Ended;
import dev.plinth.cli.env.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which runs are in a stack's history. The transcripts show what it looks like. */
class StateHistoryTest {
  @TempDir Path home;
  private TestWorld world;
  private String manifest;

  @BeforeEach
  void anEmptyHome() {
    world = new TestWorld(home);
    manifest = world.file("orders.yaml", Manifests.orders());
  }

  @Test
  void every_run_is_there_with_what_it_did_and_no_preview_is() {
    world.run("up", manifest, "--local", "--yes");
    world.run("preview", manifest);
    world.run("refresh", "--preview-only");
    world.run("refresh", "--yes");
    world.run("destroy", "--target", "**Function::orders", "--yes");

    JsonArray history = history();

    assertThat(kinds(history)).containsExactly("destroy", "refresh", "update");
    JsonObject first = history.get(2).getAsJsonObject();
    assertThat(first.get("result").getAsString()).isEqualTo("succeeded");
    assertThat(first.getAsJsonObject("resourceChanges").get("create").getAsInt()).isEqualTo(3);
    assertThat(first.get("startTime").getAsString()).isEqualTo("2026-11-23T10:00:00.000Z");
    assertThat(first.getAsJsonObject("config").getAsJsonObject("aws:region").toString())
        .isEqualTo("{\"value\":\"us-east-1\",\"secret\":false}");
    assertThat(first.getAsJsonObject("environment").get("exec.kind").getAsString())
        .isEqualTo("cli");
  }

  @Test
  void an_import_is_there_as_pulumi_calls_it() {
    world.run("up", manifest, "--local", "--yes", "--stack", "first");
    Ended imported =
        world.run(
            "import",
            manifest,
            "--local",
            "--yes",
            "--resource",
            "urn:pulumi:dev.orders::aws-lambda::aws:cloudwatch/logGroup:LogGroup::orders"
                + "=/aws/lambda/orders");

    assertThat(imported.code()).as(imported.all()).isEqualTo(ExitCode.OK);
    assertThat(kinds(history("--stack", "dev.orders"))).containsExactly("resource-import");
  }

  @Test
  void the_commit_that_was_deployed_is_there() {
    String commit = "0123456789abcdef0123456789abcdef01234567";
    world.file(".git/HEAD", commit + "\n");

    world.run("up", manifest, "--local", "--yes");

    assertThat(world.run("state", "history").out()).contains("    git.head: " + commit + "\n");
  }

  @Test
  void a_run_that_failed_is_there_too() {
    Ended failed = world.run("up", manifest, "--local", "--strict", "--yes");

    assertThat(failed.code()).as(failed.all()).isEqualTo(ExitCode.FAILED);
    JsonObject run = history().get(0).getAsJsonObject();
    assertThat(run.get("kind").getAsString()).isEqualTo("update");
    assertThat(run.get("result").getAsString()).isEqualTo("failed");
  }

  @Test
  void it_lies_where_pulumi_looks_for_it_with_a_copy_of_the_state() throws IOException {
    world.run("up", manifest, "--local", "--yes");

    Path folder = home.resolve(".plinth/state/.pulumi/history/aws-lambda/dev.orders");
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder(
              "dev.orders-1795428000000000000.history.json",
              "dev.orders-1795428000000000000.checkpoint.json");
    }
    assertThat(folder.resolve("dev.orders-1795428000000000000.checkpoint.json"))
        .hasSameTextualContentAs(
            home.resolve(".plinth/state/.pulumi/stacks/aws-lambda/dev.orders.json"));
  }

  @Test
  void a_history_that_cannot_be_written_is_a_warning_and_the_run_succeeds() {
    world.file(".plinth/state/.pulumi/history", "no folder");

    Ended up = world.run("up", manifest, "--local", "--yes");

    assertThat(up.code()).as(up.all()).isEqualTo(ExitCode.OK);
    assertThat(up.out()).contains("warning: this run is not in the stack's history: cannot write");
    assertThat(world.run("outputs").code()).isEqualTo(ExitCode.OK);
  }

  @Test
  void options_of_one_action_go_with_no_other() {
    assertThat(world.run("state", "list", "--page", "2").err())
        .contains("--page does not go with plinth state list", "plinth state history");
    assertThat(world.run("state", "history", "--page", "0").err()).contains("must be 1 or more");
    assertThat(world.run("state", "show").err()).contains("needs more");
    assertThat(world.run("state", "history", "more").err()).contains("takes no more");
  }

  private JsonArray history(String... options) {
    List<String> command =
        Stream.concat(Stream.of("state", "history", "--json"), Stream.of(options)).toList();
    Ended shown = world.run(command);
    assertThat(shown.code()).as(shown.all()).isEqualTo(ExitCode.OK);
    return JsonParser.parseString(shown.out()).getAsJsonArray();
  }

  private static List<String> kinds(JsonArray history) {
    return history.asList().stream()
        .map(run -> run.getAsJsonObject().get("kind").getAsString())
        .toList();
  }
}
