/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.plinth.cli.TestWorld.Ended;
import dev.plinth.cli.env.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The file that every event of a command goes into, in Pulumi's form. */
class EventLogTest {
  private static final String STACK = "organization/aws-lambda/dev.orders";
  private static final Set<String> KINDS =
      Set.of(
          "preludeEvent",
          "resourcePreEvent",
          "resOutputsEvent",
          "resOpFailedEvent",
          "diagnosticEvent",
          "summaryEvent",
          "cancelEvent");

  @TempDir private Path home;
  private TestWorld world;
  private String manifest;
  private Path log;

  @BeforeEach
  void anEmptyHome() {
    world = new TestWorld(home);
    manifest = world.file("orders.yaml", Manifests.orders());
    log = home.resolve("events.jsonl");
  }

  private List<JsonObject> events() throws IOException {
    return Files.readAllLines(log).stream()
        .map(line -> JsonParser.parseString(line).getAsJsonObject())
        .toList();
  }

  private static String kind(JsonObject event) {
    Set<String> kinds = new TreeSet<>(event.keySet());
    kinds.retainAll(KINDS);
    assertThat(kinds).as("%s", event).hasSize(1);
    return kinds.iterator().next();
  }

  private Ended run(String... args) {
    Ended ended = world.run(args);
    assertThat(ended.code()).as(ended.all()).isEqualTo(ExitCode.OK);
    return ended;
  }

  @Test
  void holds_each_event_of_the_run_on_a_line_of_its_own() throws IOException {
    Ended up = run("up", manifest, "--local", "--yes", "--event-log", log.toString());

    assertThat(up.out()).contains("+ 3 created");
    List<JsonObject> events = events();
    assertThat(events)
        .extracting(EventLogTest::kind)
        .startsWith("preludeEvent")
        .contains("resourcePreEvent", "resOutputsEvent")
        .endsWith("summaryEvent", "cancelEvent");
    assertThat(events)
        .extracting(event -> event.get("sequence").getAsInt())
        .isEqualTo(IntStream.range(0, events.size()).boxed().toList());
    assertThat(events)
        .allSatisfy(event -> assertThat(event.get("stack").getAsString()).isEqualTo(STACK));
  }

  @Test
  void holds_what_json_shows() throws IOException {
    Ended up = run("up", manifest, "--local", "--yes", "--json", "--event-log", log.toString());

    assertThat(Files.readString(log)).isEqualTo(up.out());
  }

  @Test
  void says_of_a_resource_what_pulumi_says() throws IOException {
    run("up", manifest, "--local", "--yes", "--event-log", log.toString());

    JsonObject function =
        events().stream()
            .filter(event -> event.has("resOutputsEvent"))
            .map(event -> event.getAsJsonObject("resOutputsEvent").getAsJsonObject("metadata"))
            .filter(step -> step.get("type").getAsString().endsWith(":Function"))
            .findFirst()
            .orElseThrow();
    assertThat(function.get("old").isJsonNull()).isTrue();
    assertThat(function.get("provider").getAsString())
        .startsWith("urn:pulumi:dev.orders::aws-lambda::pulumi:providers:aws::default_");
    JsonObject made = function.getAsJsonObject("new");
    assertThat(made.get("custom").getAsBoolean()).isTrue();
    assertThat(made.get("id").getAsString()).isEqualTo("orders");
    assertThat(made.get("parent").getAsString()).endsWith("::aws-lambda-dev.orders");
    assertThat(made.get("provider")).isEqualTo(function.get("provider"));
  }

  @Test
  void begins_with_the_preview_when_the_run_asks_first() throws IOException {
    world.typing("yes\n");

    run("up", manifest, "--local", "--event-log", log.toString());

    assertThat(events())
        .filteredOn(event -> event.has("summaryEvent"))
        .extracting(event -> event.getAsJsonObject("summaryEvent").get("isPreview").getAsBoolean())
        .containsExactly(true, false);
  }

  @Test
  void is_written_by_every_command_that_runs() throws IOException {
    run("preview", manifest, "--local", "--event-log", log.toString());
    assertThat(summary()).containsOnlyKeys("create");
    run("up", manifest, "--local", "--yes");
    run("refresh", "--yes", "--event-log", log.toString());
    assertThat(summary()).containsOnlyKeys("same");
    run("destroy", "--yes", "--event-log", log.toString());
    assertThat(summary()).containsOnlyKeys("delete");
  }

  private Map<String, JsonElement> summary() throws IOException {
    return events().stream()
        .filter(event -> event.has("summaryEvent"))
        .map(event -> event.getAsJsonObject("summaryEvent").getAsJsonObject("resourceChanges"))
        .findFirst()
        .orElseThrow()
        .asMap();
  }

  @Test
  void tells_of_what_an_import_takes_over() throws IOException {
    run("up", manifest, "--local", "--yes");
    run("state", "delete", function());

    run(
        "import",
        manifest,
        "--resource",
        function() + "=orders",
        "--yes",
        "--event-log",
        log.toString());

    assertThat(summary()).containsKey("import");
  }

  private static String function() {
    return "urn:pulumi:dev.orders::aws-lambda::aws:lambda/function:Function::orders";
  }

  @Test
  @DisabledOnOs(value = OS.WINDOWS, disabledReason = "its files have no POSIX permissions")
  void only_its_owner_may_read_it_also_when_it_was_there_before() throws IOException {
    Files.writeString(log, "something that is older and longer than nothing\n".repeat(99));
    Files.setPosixFilePermissions(log, PosixFilePermissions.fromString("rw-r--r--"));

    run("preview", manifest, "--local", "--event-log", log.toString());

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(log)))
        .isEqualTo("rw-------");
    assertThat(events()).isNotEmpty();
  }

  @Test
  void a_file_that_cannot_be_written_is_an_error_before_anything_begins() {
    for (Path file : List.of(home, home.resolve("missing/events.jsonl"))) {
      Ended ended = world.run("up", manifest, "--local", "--yes", "--event-log", file.toString());

      assertThat(ended.code()).isEqualTo(ExitCode.INVALID);
      assertThat(ended.out()).isEmpty();
      assertThat(ended.err())
          .contains("error[event-log.unwritable]", file.toString(), "fix: give --event-log a file");
      assertThat(home.resolve(".plinth")).doesNotExist();
    }
  }

  @Test
  @EnabledIf("aDiskThatIsAlwaysFull")
  void a_disk_that_is_full_ends_the_log_and_not_the_run() {
    Ended ended = run("up", manifest, "--local", "--yes", "--event-log", "/dev/full");

    assertThat(ended.out()).contains("+ 3 created");
    assertThat(ended.err()).containsOnlyOnce("the event log /dev/full ends early");
  }

  static boolean aDiskThatIsAlwaysFull() {
    return Files.exists(Path.of("/dev/full"));
  }
}
