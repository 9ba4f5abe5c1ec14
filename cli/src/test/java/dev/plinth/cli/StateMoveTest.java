/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.cli.TestWorld.Ended;
import dev.plinth.cli.env.ExitCode;
import dev.plinth.engine.state.PendingOperation;
import dev.plinth.engine.state.ResourceState;
import dev.plinth.engine.state.ResourceStateBuilder;
import dev.plinth.engine.state.Snapshot;
import dev.plinth.engine.state.StackName;
import dev.plinth.engine.state.StackSession;
import dev.plinth.engine.state.file.FileStateStore;
import dev.plinth.engine.urn.Urn;
import dev.plinth.engine.value.PropertyMap;
import dev.plinth.engine.value.PropertyValue;
import dev.plinth.engine.value.PropertyValue.Secret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code plinth state move}, with stacks that are saved rather than deployed. */
class StateMoveTest {
  private static final StackName OLD = new StackName("shop", "old");
  private static final StackName NEW = new StackName("mall", "new");
  private static final String PASSPHRASE = "PULUMI_CONFIG_PASSPHRASE";

  @TempDir Path home;
  private TestWorld world;

  @BeforeEach
  void twoStacks() {
    world = new TestWorld(home).with(PASSPHRASE, "open sesame");
    save(OLD, site("a"), site("b"));
    save(NEW, site("x"));
  }

  @Test
  void secrets_are_encrypted_anew_for_the_stack_that_they_come_to() throws IOException {
    save(OLD, withSecret(site("a")), withSecret(site("b")));
    save(NEW, withSecret(site("x")));

    Ended moved = move("--yes", "a");

    assertThat(moved.code()).as(moved.all()).isEqualTo(ExitCode.OK);
    assertThat(names(OLD)).containsExactly("shop-old", "b");
    assertThat(names(NEW)).containsExactly("mall-new", "x", "a");
    String old = Files.readString(state(OLD));
    String now = Files.readString(state(NEW));
    assertThat(now).doesNotContain("hunter2").contains("ciphertext");
    assertThat(salt(now)).isNotEqualTo(salt(old));
    ResourceState resource = store().load(NEW).orElseThrow().resources().get(2);
    assertThat(resource.inputs().text("key")).contains("hunter2");
  }

  private static String salt(String state) {
    return state.replaceAll("(?s).*\"salt\":\"([^\"]+)\".*", "$1");
  }

  @Test
  void a_stack_that_is_not_there_is_made_in_the_same_project() {
    Ended moved =
        world.run("state", "move", "a", "b", "--source", "old", "--dest", "newer", "--yes");

    assertThat(moved.code()).as(moved.all()).isEqualTo(ExitCode.OK);
    assertThat(moved.out()).contains("to organization/shop/newer, a new stack:");
    assertThat(names(new StackName("shop", "newer"))).containsExactly("shop-newer", "a", "b");
    assertThat(names(OLD)).containsExactly("shop-old");
  }

  @Test
  void a_move_that_was_interrupted_between_the_two_stacks_is_finished_by_the_same_command() {
    String before = world.run("state", "export", "--stack", "old").out();
    assertThat(move("--yes", "a").code()).isEqualTo(ExitCode.OK);
    world.run("state", "import", world.file("before.json", before));
    assertThat(names(OLD)).containsExactly("shop-old", "a", "b");

    Ended again = move("--yes", "a");

    assertThat(again.code()).as(again.all()).isEqualTo(ExitCode.OK);
    assertThat(again.out()).contains("Site::a  (is there already)");
    assertThat(names(OLD)).containsExactly("shop-old", "b");
    assertThat(names(NEW)).containsExactly("mall-new", "x", "a");
  }

  @Test
  void nothing_is_moved_when_the_source_cannot_be_written() throws IOException {
    // Nothing can take the place of a folder that is not empty.
    Files.createDirectories(state(OLD).resolveSibling("old.json.tmp/full"));

    Ended failed = move("--yes", "a");

    assertThat(failed.code()).as(failed.all()).isEqualTo(ExitCode.STATE);
    assertThat(failed.err()).contains("nothing was moved: cannot write");
    assertThat(names(OLD)).containsExactly("shop-old", "a", "b");
    assertThat(names(NEW)).containsExactly("mall-new", "x");
  }

  @Test
  void nothing_is_moved_without_consent_but_shown() {
    Ended piped = move("a");
    Ended refused = move(world.typing("no\n"), "a");

    assertThat(piped.code()).isEqualTo(ExitCode.REFUSED);
    assertThat(piped.out()).contains("Planning to move", "Site::a");
    assertThat(refused.code()).isEqualTo(ExitCode.REFUSED);
    assertThat(refused.out()).contains("Do you want to perform this move?", "Nothing was done.");
    assertThat(names(OLD)).containsExactly("shop-old", "a", "b");

    assertThat(move(world.typing("yes\n"), "a").code()).isEqualTo(ExitCode.OK);
    assertThat(names(OLD)).containsExactly("shop-old", "b");
  }

  @Test
  void both_stacks_are_locked() {
    for (StackName held : List.of(OLD, NEW)) {
      try (StackSession session = store().open(held)) {
        assertThat(session.notices()).isEmpty();
        assertThat(move("--yes", "a").code()).isEqualTo(ExitCode.LOCKED);
      }
    }
    assertThat(names(OLD)).containsExactly("shop-old", "a", "b");
    assertThat(names(NEW)).containsExactly("mall-new", "x");
  }

  @Test
  void what_changes_while_somebody_thinks_is_not_moved_unseen() {
    TestWorld thinking =
        world
            .typing("yes\n")
            .onText(
                text -> {
                  if (text.contains("Do you want")) {
                    save(OLD, site("a"), site("b", "a"));
                  }
                });

    Ended refused = move(thinking, "a");

    assertThat(refused.code()).as(refused.all()).isEqualTo(ExitCode.INVALID);
    assertThat(refused.err()).contains("has changed meanwhile");
    assertThat(names(NEW)).containsExactly("mall-new", "x");
  }

  @Test
  void all_that_is_wrong_is_said_at_once() {
    assertThat(move("--yes", "p", "q").err())
        .contains("the state has no resource p", "the state has no resource q");

    try (StackSession session = store().open(OLD)) {
      Snapshot now = session.snapshot();
      session.save(
          now.with(
              now.resources(),
              List.of(
                  PendingOperation.begin(
                      PendingOperation.Type.CREATING, site("c").apply(OLD).build()))));
    }
    assertThat(move("--yes", "a").err()).contains("'old' has operations that were interrupted");
    assertThat(world.run("state", "move", "a", "--stack", "old", "--yes").err())
        .contains("--dest NAME");
    assertThat(
            world
                .run("state", "move", "a", "--stack", "old", "--source", "new", "--dest", "x")
                .err())
        .contains("--source and --stack name different stacks");
    assertThat(world.run("state", "move", "a", "--stack", "old", "--dest", "a/b").err())
        .contains("'a/b' cannot be a stack's name");
  }

  @Test
  void resources_do_not_move_between_the_local_account_and_aws() {
    String manifest = world.file("orders.yaml", Manifests.orders());
    assertThat(world.run("up", manifest, "--local", "--yes").code()).isEqualTo(ExitCode.OK);

    Ended refused = world.run("state", "move", "a", "--source", "old", "--dest", "dev.orders");

    assertThat(refused.code()).isEqualTo(ExitCode.INVALID);
    assertThat(refused.err()).contains("in the local account, and the other in AWS");
  }

  private Ended move(String... operands) {
    return move(world, operands);
  }

  private static Ended move(TestWorld world, String... operands) {
    return world.run(
        Stream.concat(
                Stream.of("state", "move", "--source", "old", "--dest", "new"),
                Arrays.stream(operands))
            .toList());
  }

  private FileStateStore store() {
    return new FileStateStore(
        home.resolve(".plinth/state"), Map.of(PASSPHRASE, "open sesame"), TestWorld.CLOCK);
  }

  private Path state(StackName stack) {
    return home.resolve(
        ".plinth/state/.pulumi/stacks/" + stack.project() + "/" + stack.stack() + ".json");
  }

  private List<String> names(StackName stack) {
    return store().load(stack).orElseThrow().resources().stream()
        .map(state -> state.urn().name())
        .toList();
  }

  /** A resource of any stack. */
  private interface Site {
    ResourceStateBuilder apply(StackName stack);
  }

  private static Site site(String name, String... dependencies) {
    return stack ->
        ResourceState.builder(urn(stack, name))
            .custom(true)
            .id("id-of-" + name)
            .parent(Optional.of(Urn.ofRootStack(stack.stack(), stack.project())))
            .dependencies(Arrays.stream(dependencies).map(other -> urn(stack, other)).toList());
  }

  /** To derive a key takes a second, so most stacks do without. */
  private static Site withSecret(Site site) {
    PropertyMap secret = PropertyMap.of("key", new Secret(PropertyValue.of("hunter2")));
    return stack -> site.apply(stack).inputs(secret);
  }

  private static Urn urn(StackName stack, String name) {
    return Urn.of(stack.stack(), stack.project(), Optional.empty(), "acme:web:Site", name);
  }

  private void save(StackName stack, Site... sites) {
    try (StackSession session = store().open(stack)) {
      ResourceState root =
          ResourceState.builder(Urn.ofRootStack(stack.stack(), stack.project())).build();
      List<ResourceState> resources =
          Stream.concat(
                  Stream.of(root), Arrays.stream(sites).map(site -> site.apply(stack).build()))
              .toList();
      session.save(session.snapshot().with(resources, List.of()));
    }
  }
}
