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
import dev.plinth.engine.state.PendingOperation;
import dev.plinth.engine.state.ResourceState;
import dev.plinth.engine.state.Snapshot;
import dev.plinth.engine.state.StackName;
import dev.plinth.engine.state.StackSession;
import dev.plinth.engine.state.file.FileStateStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code plinth state} shows and changes. */
class StateCommandTest {
  private static final StackName ORDERS = new StackName("aws-lambda", "dev.orders");
  private static final String FUNCTION =
      "urn:pulumi:dev.orders::aws-lambda::aws:lambda/function:Function::orders";

  @TempDir Path home;
  private TestWorld world;
  private String manifest;

  @BeforeEach
  void deploy() {
    world = new TestWorld(home);
    manifest = world.file("orders.yaml", Manifests.orders());
    assertThat(world.run("up", manifest, "--local", "--yes").code()).isEqualTo(ExitCode.OK);
  }

  @Test
  void lists_and_shows_what_there_is() {
    Ended listed = world.run("state", "list");
    Ended shown = world.run("state", "show", "--stack", "dev.orders", FUNCTION);

    assertThat(listed.out()).contains(FUNCTION + "\n").doesNotContain("interrupted");
    JsonObject function = JsonParser.parseString(shown.out()).getAsJsonObject();
    assertThat(function.get("id").getAsString()).isEqualTo("orders");
    assertThat(function.getAsJsonObject("outputs").get("runtime").getAsString())
        .isEqualTo("java21");
    assertThat(world.run("state", "show", "nothing").code()).isEqualTo(ExitCode.INVALID);
  }

  @Test
  void what_is_exported_is_imported_elsewhere_with_fields_that_nobody_knows() {
    String exported =
        world
            .run("state", "export")
            .out()
            .replace("\"custom\":true", "\"custom\":true,\"newer\":{\"a\":[1]}");
    String file = world.file("exported.json", exported);

    Ended imported = world.run("state", "import", file, "--state", "file://" + home + "/other");

    assertThat(imported.code()).as(imported.all()).isEqualTo(ExitCode.OK);
    Ended again = world.run("state", "export", "--state", home + "/other");
    assertThat(resources(again.out())).isEqualTo(resources(exported));
    assertThat(again.out()).contains("\"newer\"");
  }

  private static JsonElement resources(String document) {
    return JsonParser.parseString(document)
        .getAsJsonObject()
        .getAsJsonObject("deployment")
        .get("resources");
  }

  @Test
  void a_document_that_is_cut_off_changes_nothing() {
    String before = world.run("state", "export").out();
    String file = world.file("cut.json", before.substring(0, before.length() / 2));

    Ended refused = world.run("state", "import", file);

    assertThat(refused.code()).isEqualTo(ExitCode.STATE);
    assertThat(refused.err()).contains("the deployment cannot be used");
    assertThat(world.run("state", "export").out()).isEqualTo(before);
  }

  @Test
  void forgets_a_resource_that_nothing_depends_on() {
    Ended forgotten = world.run("state", "delete", FUNCTION);
    Ended refused = world.run("state", "delete", "aws-lambda-dev.orders");

    assertThat(forgotten.code()).as(forgotten.all()).isEqualTo(ExitCode.OK);
    assertThat(world.run("state", "list").out()).doesNotContain(FUNCTION);
    assertThat(refused.code()).isEqualTo(ExitCode.INVALID);
    assertThat(refused.err()).contains("depend on");
  }

  @Test
  void a_create_that_was_interrupted_is_found_by_its_name_and_recorded() {
    interruptTheCreate();

    Ended up = world.run("up", manifest, "--yes");

    assertThat(up.code()).as(up.all()).isEqualTo(ExitCode.OK);
    assertThat(world.run("state", "list").out()).contains(FUNCTION).doesNotContain("interrupted");
    assertThat(up.out()).doesNotContain("orders creating");
  }

  @Test
  void a_person_may_say_what_became_of_a_create() {
    interruptTheCreate();
    assertThat(world.run("state", "list").out()).contains(FUNCTION + "  (creating, interrupted)");

    Ended unclear = world.run("state", "settle", FUNCTION);
    Ended settled = world.run("state", "settle", FUNCTION, "--gone");

    assertThat(unclear.code()).isEqualTo(ExitCode.INVALID);
    assertThat(settled.code()).as(settled.all()).isEqualTo(ExitCode.OK);
    assertThat(world.run("state", "list").out()).doesNotContain(FUNCTION);
  }

  /** The function exists; that it was made is not recorded. */
  private void interruptTheCreate() {
    FileStateStore store = store();
    try (StackSession session = store.open(ORDERS)) {
      Snapshot snapshot = session.snapshot();
      ResourceState function =
          snapshot.resources().stream()
              .filter(state -> state.urn().text().equals(FUNCTION))
              .findFirst()
              .orElseThrow();
      List<ResourceState> rest =
          snapshot.resources().stream().filter(state -> !state.equals(function)).toList();
      ResourceState goal = function.toBuilder().id("").build();
      session.save(
          snapshot.with(
              rest, List.of(PendingOperation.begin(PendingOperation.Type.CREATING, goal))));
    }
  }

  @Test
  void unlocks_what_nobody_can_give_back() throws IOException {
    Path locks = home.resolve(".plinth/state/.pulumi/locks/organization/aws-lambda/dev.orders");
    Files.createDirectories(locks);
    Files.writeString(
        locks.resolve("x.json"),
        "{\"pid\":1,\"username\":\"alice\",\"hostname\":\"elsewhere\",\"timestamp\":\"2026-11-23T10:00:00Z\"}");
    Ended locked = world.run("up", manifest, "--yes");

    Ended unlocked = world.run("state", "unlock", "--stack", "dev.orders");

    assertThat(locked.code()).isEqualTo(ExitCode.LOCKED);
    assertThat(locked.err()).contains("plinth state unlock --stack dev.orders");
    assertThat(unlocked.out()).contains("took the lock away from alice@elsewhere (pid 1)");
    assertThat(world.run("up", manifest, "--yes").code()).isEqualTo(ExitCode.OK);
  }

  @Test
  void a_stack_that_is_being_changed_is_not_unlocked() {
    try (StackSession held = store().open(ORDERS)) {
      assertThat(held.notices()).isEmpty();
      assertThat(world.run("state", "unlock").code()).isEqualTo(ExitCode.LOCKED);
    }
  }

  private FileStateStore store() {
    return new FileStateStore(home.resolve(".plinth/state"), Map.of(), TestWorld.CLOCK);
  }
}
