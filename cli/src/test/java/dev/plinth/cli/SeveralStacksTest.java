/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.plinth.cli.TestWorld.Ended;
import dev.plinth.cli.env.ExitCode;
import dev.plinth.engine.state.StackName;
import dev.plinth.engine.state.StackSession;
import dev.plinth.engine.state.file.FileStateStore;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A folder of manifests, each a stack of its own, worked on in one run. */
class SeveralStacksTest {
  private static final int STACKS = 12;

  @TempDir private Path home;
  private TestWorld world;
  private String folder;

  @BeforeEach
  void aFolderOfManifests() {
    world = new TestWorld(home);
    folder = home.resolve("manifests").toString();
    for (int i = 0; i < STACKS; i++) {
      world.file("manifests/%02d.yaml".formatted(i), Manifests.named("f" + i));
    }
    world.file(
        "manifests/99.yaml",
        Manifests.withRoleFrom(
            "last", "{kind: AwsLambda, env: dev, name: f0, field_path: status.outputs.role_arn}"));
  }

  private Ended run(String... args) {
    Ended ended = world.run(args);
    assertThat(ended.code()).as(ended.all()).isEqualTo(ExitCode.OK);
    return ended;
  }

  private static List<String> headlines(String text) {
    return text.lines().filter(line -> line.startsWith("Updating (")).toList();
  }

  @Test
  void the_text_is_that_of_one_stack_after_the_other() {
    Ended ended = run("up", folder, "--local", "--yes");

    List<String> inOrder =
        IntStream.range(0, STACKS).mapToObj(i -> "Updating (dev.f" + i + "):").toList();
    assertThat(headlines(ended.out())).startsWith(inOrder.toArray(String[]::new));
    String[] blocks = ended.out().split("Updating ", -1);
    for (int i = 0; i < STACKS; i++) {
      assertThat(blocks[i + 1])
          .startsWith("(dev.f" + i + "):")
          .containsSubsequence("LogGroup f" + i + " creating", "Function f" + i + " created")
          .contains("+ 3 created")
          .doesNotContain("Function f" + (i + 1));
    }
  }

  @Test
  void json_events_carry_the_stack_and_one_numbering() {
    Ended ended = run("up", folder, "--local", "--yes", "--json");

    List<JsonObject> events =
        ended.out().lines().map(line -> JsonParser.parseString(line).getAsJsonObject()).toList();
    assertThat(events)
        .extracting(event -> event.get("sequence").getAsInt())
        .isEqualTo(IntStream.range(0, events.size()).boxed().toList());
    Map<String, String> lastOf = new TreeMap<>();
    for (JsonObject event : events) {
      String stack = event.get("stack").getAsString();
      assertThat(lastOf.get(stack)).as("after the end").isNotEqualTo("cancelEvent");
      lastOf.put(stack, event.keySet().stream().reduce((first, second) -> second).orElseThrow());
    }
    assertThat(lastOf).hasSize(STACKS + 1);
    assertThat(lastOf.values()).containsOnly("cancelEvent");
  }

  @Test
  void a_stack_begins_when_the_one_it_refers_to_has_ended_and_is_destroyed_before_it() {
    List<String> lines = run("up", folder, "--local", "--yes", "--json").out().lines().toList();
    assertThat(first(lines, "dev.last", "preludeEvent"))
        .isGreaterThan(first(lines, "dev.f0", "cancelEvent"));

    List<String> gone = run("destroy", folder, "--yes", "--json").out().lines().toList();
    assertThat(first(gone, "dev.f0", "preludeEvent"))
        .isGreaterThan(first(gone, "dev.last", "cancelEvent"));
    assertThat(new FileStateStore(home.resolve(".plinth/state"), Map.of()).stacks()).isEmpty();
  }

  private static int first(List<String> lines, String stack, String kind) {
    return IntStream.range(0, lines.size())
        .filter(i -> lines.get(i).contains("/" + stack + "\"") && lines.get(i).contains(kind))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void previews_know_what_the_stacks_before_them_would_have() {
    assertThat(run("preview", folder, "--local").out())
        .contains("Previewing update (dev.last):")
        .contains("role_arn      : \"arn:aws:iam::123456789012:role/orders\"");
  }

  @Test
  void a_locked_stack_keeps_only_those_waiting_that_refer_to_it() {
    FileStateStore store = new FileStateStore(home.resolve(".plinth/state"), Map.of());
    Ended ended;
    try (StackSession held = store.open(new StackName("aws-lambda", "dev.f0"))) {
      assertThat(held.notices()).isEmpty();
      ended = world.run("up", folder, "--local", "--yes");
    }

    assertThat(ended.code()).as(ended.all()).isEqualTo(ExitCode.LOCKED);
    assertThat(ended.err()).containsOnlyOnce("error[state.locked]").contains("dev.f0");
    assertThat(headlines(ended.out())).hasSize(STACKS - 1);
    assertThat(ended.out()).contains("Not begun: dev.last, because of dev.f0\n");
    assertThat(world.run("up", folder, "--local", "--yes").code()).isEqualTo(ExitCode.OK);
  }

  @Test
  void two_locked_stacks_are_both_told_of() {
    FileStateStore store = new FileStateStore(home.resolve(".plinth/state"), Map.of());
    Ended ended;
    try (StackSession one = store.open(new StackName("aws-lambda", "dev.f1"));
        StackSession two = store.open(new StackName("aws-lambda", "dev.f2"))) {
      assertThat(one.notices()).isEqualTo(two.notices());
      ended = world.run("up", folder, "--local", "--yes");
    }

    assertThat(ended.code()).as(ended.all()).isEqualTo(ExitCode.LOCKED);
    assertThat(ended.err()).containsSubsequence("dev.f1 is locked", "dev.f2 is locked");
  }

  @Test
  void ctrl_c_ends_every_stack_in_good_order_and_the_next_run_completes_them() {
    world.onText(
        text -> {
          if (text.contains("LogGroup f0 creating")) {
            world.interrupts().interrupt();
          }
        });

    Ended ended = world.run("up", folder, "--local", "--yes");

    assertThat(ended.code()).as(ended.all()).isEqualTo(ExitCode.CANCELED);
    assertThat(ended.out()).contains("Interrupted.").contains("Not begun: dev.last\n");
    TestWorld again = new TestWorld(home);
    assertThat(again.run("up", folder, "--local", "--yes").code()).isEqualTo(ExitCode.OK);
    assertThat(again.run("up", folder, "--yes").out()).doesNotContain("created", "updated");
  }
}
