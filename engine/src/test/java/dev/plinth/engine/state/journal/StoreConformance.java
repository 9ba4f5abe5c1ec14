/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.engine.state.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plinth.engine.asset.ArchiveListing;
import dev.plinth.engine.state.PendingOperation;
import dev.plinth.engine.state.ResourceState;
import dev.plinth.engine.state.ResourceStateBuilder;
import dev.plinth.engine.state.Snapshot;
import dev.plinth.engine.state.StackLockedException;
import dev.plinth.engine.state.StackName;
import dev.plinth.engine.state.StackSession;
import dev.plinth.engine.state.StateChange;
import dev.plinth.engine.state.StateException;
import dev.plinth.engine.state.StateStore;
import dev.plinth.engine.state.UpdateInfo;
import dev.plinth.engine.state.WorkingSnapshot;
import dev.plinth.engine.urn.Urn;
import dev.plinth.engine.value.PropertyMap;
import dev.plinth.engine.value.PropertyValue;
import dev.plinth.engine.value.PropertyValue.Secret;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What every backend does, whatever keeps its bytes. */
public abstract class StoreConformance {
  protected static final StackName DEV = new StackName("shop", "dev");
  private static final Map<String, String> KEY = Map.of("PULUMI_CONFIG_PASSPHRASE", "open sesame");

  /** Another view of the same place for each call. */
  protected abstract Backend backend();

  /** All that is written there, as text. */
  protected abstract String everything();

  private StateStore store() {
    return new JournaledStore(backend(), KEY, Clock.systemUTC());
  }

  private StateStore watched(WatchedBackend.Watcher watcher) {
    return new JournaledStore(new WatchedBackend(backend(), watcher), KEY, Clock.systemUTC());
  }

  @Test
  void what_is_not_there_is_not_made_by_looking_for_it() {
    assertThat(store().stacks()).isEmpty();
    assertThat(store().load(DEV)).isEmpty();
    assertThat(store().tags(DEV)).isEmpty();
    assertThat(everything()).isEmpty();
  }

  @Test
  void what_was_saved_is_loaded_with_its_tags_and_listed() {
    save("a", "b");
    try (StackSession session = store().open(DEV)) {
      session.saveTags(Map.of("plinth:kind", "AwsLambda"));
    }
    assertThat(resources()).containsExactly("a", "b");
    assertThat(store().tags(DEV)).containsExactly(Map.entry("plinth:kind", "AwsLambda"));
    assertThat(store().stacks()).containsExactly(DEV);
  }

  @Test
  void what_was_flushed_is_read_by_others_while_the_run_goes_on() {
    try (StackSession session = store().open(DEV)) {
      WorkingSnapshot expected = new WorkingSnapshot(session.snapshot());
      for (StateChange change : changes("a", "b", "c")) {
        expected.apply(change);
        flush(session, change);

        assertThat(store().load(DEV)).contains(expected.snapshot());
      }
    }
    assertThat(resources()).containsExactly("a", "b", "c");
  }

  @Test
  void a_run_goes_on_after_it_has_saved_and_what_follows_is_read() {
    try (StackSession session = store().open(DEV)) {
      flush(session, put("a"));
      session.save(session.snapshot().with(List.of(resource("a").build()), List.of()));
      flush(session, put("b"));
      flush(session, put("c"));

      assertThat(resources()).containsExactlyInAnyOrder("a", "b", "c");
    }
    assertThat(resources()).containsExactlyInAnyOrder("a", "b", "c");
  }

  @Test
  void the_second_to_come_is_told_who_holds_the_stack() {
    try (StackSession held = store().open(DEV)) {
      assertThat(held.notices()).isEmpty();
      assertThatThrownBy(() -> store().open(DEV))
          .isInstanceOfSatisfying(
              StackLockedException.class,
              e -> assertThat(e.holder().pid()).isEqualTo(ProcessHandle.current().pid()));
      assertThatThrownBy(() -> store().unlock(DEV)).isInstanceOf(StackLockedException.class);
      flush(held, put("a"));
    }
    try (StackSession next = store().open(DEV)) {
      assertThat(next.notices()).isEmpty();
      assertThat(next.snapshot().resources()).hasSize(1);
    }
  }

  @Test
  void stacks_are_locked_one_by_one() {
    try (StackSession one = store().open(DEV);
        StackSession other = store().open(new StackName("shop", "dev2"))) {
      flush(one, put("a"));
      assertThat(other.snapshot().resources()).isEmpty();
    }
    assertThat(store().stacks()).containsExactly(DEV);
  }

  @Test
  void a_line_that_failed_is_made_up_for_by_the_next() {
    save("z");
    boolean[] broken = {false};
    StateStore flaky =
        watched(
            (write, bytes) -> {
              if (write.equals("append") && broken[0]) {
                throw new StateException("cannot write", "run the command again", null);
              }
            });
    try (StackSession session = flaky.open(DEV)) {
      broken[0] = true;
      assertThatThrownBy(() -> flush(session, put("a"))).isInstanceOf(StateException.class);
      broken[0] = false;
      flush(session, put("b"));
      assertThat(resources()).containsExactlyInAnyOrder("z", "a", "b");
    }
    assertThat(resources()).containsExactlyInAnyOrder("z", "a", "b");
  }

  @Test
  void a_line_whose_answer_was_lost_counts_once() {
    save("z");
    boolean[] broken = {false};
    StateStore deaf =
        watched(
            new WatchedBackend.Watcher() {
              @Override
              public void before(String write, List<byte[]> bytes) {}

              @Override
              public void after(String write) {
                if (write.equals("replace") && broken[0]) {
                  throw new StateException("no answer", "run the command again", null);
                }
              }
            });
    StackSession session = deaf.open(DEV);
    flush(session, put("a"));
    broken[0] = true;
    assertThatThrownBy(session::close).isInstanceOf(StateException.class);

    assertThat(resources()).containsExactlyInAnyOrder("z", "a");
  }

  @Test
  void secrets_are_never_written_in_clear() {
    try (StackSession session = store().open(DEV)) {
      ResourceState secret =
          resource("a")
              .inputs(PropertyMap.of("s", new Secret(PropertyValue.of("hunter2"))))
              .build();
      flush(
          session,
          new StateChange.Put(secret, OptionalInt.empty(), OptionalInt.empty(), Optional.empty()));
      assertThat(everything()).contains("plinth-journals").doesNotContain("hunter2");
    }
    assertThat(everything()).contains("ciphertext").doesNotContain("hunter2");
    assertThat(store().load(DEV).orElseThrow().resources().get(0).inputs().text("s"))
        .contains("hunter2");
  }

  @Test
  void what_a_step_writes_does_not_grow_with_the_stack() {
    long few = writtenByStepsOn(10);
    long many = writtenByStepsOn(1000);

    assertThat(many).isLessThan(few + few / 10);
  }

  /** How much ten steps append to a stack of so many resources. */
  private long writtenByStepsOn(int size) {
    List<ResourceState> resources = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      resources.add(resource("resource-" + (1000 + i)).build());
    }
    AtomicLong written = new AtomicLong();
    WatchedBackend.Watcher counter =
        (write, bytes) -> {
          if (write.equals("append")) {
            bytes.forEach(piece -> written.addAndGet(piece.length));
          }
        };
    try (StackSession session = watched(counter).open(DEV)) {
      session.save(session.snapshot().with(resources, List.of()));
      for (int i = 0; i < 10; i++) {
        flush(session, put("step-" + i));
      }
      return written.get();
    }
  }

  @Test
  void what_was_exported_is_imported() {
    save("a", "b");
    ByteArrayOutputStream exported = new ByteArrayOutputStream();
    store().export(DEV).orElseThrow().forEach(exported::writeBytes);
    save("c");

    StackName imported = store().importDeployment(new ByteArrayInputStream(exported.toByteArray()));

    assertThat(imported).isEqualTo(DEV);
    assertThat(resources()).containsExactly("a", "b");
  }

  @Test
  void a_removed_stack_is_gone_and_may_be_made_anew() {
    save("a");
    try (StackSession session = store().open(DEV)) {
      session.saveTags(Map.of("a", "b"));
      flush(session, new StateChange.Remove(0, Optional.empty()));
      session.remove();
    }
    assertThat(store().stacks()).isEmpty();
    assertThat(store().load(DEV)).isEmpty();
    assertThat(store().tags(DEV)).isEmpty();

    save("b");
    assertThat(resources()).containsExactly("b");
  }

  @Test
  void what_is_in_the_archives_is_kept_until_it_is_replaced_or_the_stack_is_gone() {
    Map<String, ArchiveListing> first = Map.of("aa", new ArchiveListing(Map.of("a", "1")));
    Map<String, ArchiveListing> second = Map.of("bb", new ArchiveListing(Map.of("b", "2")));
    assertThat(store().archives(DEV)).isEmpty();
    save("queue");

    try (StackSession session = store().open(DEV)) {
      session.saveArchives(first);
    }
    assertThat(store().archives(DEV)).isEqualTo(first);
    try (StackSession session = store().open(DEV)) {
      session.saveArchives(second);
    }
    assertThat(store().archives(DEV)).isEqualTo(second);
    try (StackSession session = store().open(DEV)) {
      session.remove();
    }
    assertThat(store().archives(DEV)).isEmpty();
  }

  @Test
  void a_run_that_is_over_is_in_the_history_with_the_state_that_it_left() {
    for (String name : List.of("a", "b")) {
      try (StackSession session = fixed().open(DEV)) {
        flush(session, put(name));
        session.addHistory(update(name));
      }
    }

    assertThat(store().history(DEV, 0, 10)).containsExactly(update("b"), update("a"));
    assertThat(store().history(DEV, 1, 1)).containsExactly(update("a"));
    assertThat(everything())
        .contains(
            ".pulumi/history/shop/dev/dev-1700000000000000000.history.json",
            ".pulumi/history/shop/dev/dev-1700000000000000001.history.json");
    assertThat(stateCopies()).containsExactly("[a]", "[a, b]");
  }

  /** Whose clock stands still, so that all its runs are of the same moment. */
  private StateStore fixed() {
    Clock clock = Clock.fixed(Instant.ofEpochSecond(1700000000), ZoneOffset.UTC);
    return new JournaledStore(backend(), KEY, clock);
  }

  /** The resources in each copy of a state in the history, the oldest first. */
  private List<String> stateCopies() {
    return Pattern.compile("\\.checkpoint\\.json\n(.*?)\\.pulumi/", Pattern.DOTALL)
        .matcher(everything())
        .results()
        .map(copy -> Pattern.compile("Site::(\\w+)").matcher(copy.group(1)).results())
        .map(names -> names.map(name -> name.group(1)).sorted().toList().toString())
        .toList();
  }

  @Test
  void a_history_that_cannot_be_written_does_not_harm_the_state() {
    StateStore broken =
        watched(
            (write, bytes) -> {
              if (write.equals("addHistory")) {
                throw new StateException("cannot write", "see to it", null);
              }
            });
    try (StackSession session = broken.open(DEV)) {
      flush(session, put("a"));
      assertThatThrownBy(() -> session.addHistory(update("a"))).isInstanceOf(StateException.class);
      flush(session, put("b"));
    }

    assertThat(resources()).containsExactlyInAnyOrder("a", "b");
    assertThat(store().history(DEV, 0, 10)).isEmpty();
  }

  @Test
  void a_stack_that_has_no_state_has_no_history() {
    try (StackSession session = store().open(DEV)) {
      session.addHistory(update("a"));
    }
    assertThat(store().history(DEV, 0, 10)).isEmpty();

    save("a");
    try (StackSession session = store().open(DEV)) {
      session.addHistory(update("a"));
      session.remove();
    }
    assertThat(store().history(DEV, 0, 10)).isEmpty();
    assertThat(everything()).doesNotContain(".pulumi/history");
  }

  private static UpdateInfo update(String message) {
    Instant start = Instant.ofEpochSecond(1700000000);
    return new UpdateInfo(
        "update",
        start,
        message,
        Map.of("exec.kind", "cli"),
        Map.of(),
        "succeeded",
        start.plusSeconds(3),
        0,
        Map.of("create", 1));
  }

  @Test
  void an_interrupted_thread_still_writes() {
    try (StackSession session = store().open(DEV)) {
      Thread.currentThread().interrupt();

      flush(session, put("a"));

      assertThat(Thread.interrupted()).isTrue();
    }
    assertThat(resources()).containsExactly("a");
  }

  /** A create that is begun and one that ends, for each name. */
  protected static List<StateChange> changes(String... names) {
    List<StateChange> changes = new ArrayList<>();
    for (String name : names) {
      ResourceState goal =
          resource(name)
              .custom(true)
              .inputs(PropertyMap.of("size", PropertyValue.of("large")))
              .build();
      PendingOperation create = PendingOperation.begin(PendingOperation.Type.CREATING, goal);
      ResourceState made = goal.toBuilder().id(name).outputs(goal.inputs()).build();
      changes.add(new StateChange.Begin(create));
      changes.add(
          new StateChange.Put(
              made, OptionalInt.empty(), OptionalInt.empty(), Optional.of(create.intent())));
    }
    return changes;
  }

  protected static void flush(StackSession session, StateChange change) {
    session.flush(session.record(change));
  }

  protected static StateChange put(String name) {
    return new StateChange.Put(
        resource(name).build(), OptionalInt.empty(), OptionalInt.empty(), Optional.empty());
  }

  protected final void save(String... names) {
    try (StackSession session = store().open(DEV)) {
      List<ResourceState> resources =
          Arrays.stream(names).map(name -> resource(name).build()).toList();
      session.save(session.snapshot().with(resources, List.of()));
    }
  }

  protected final List<String> resources() {
    return names(store().load(DEV).orElseThrow());
  }

  protected static List<String> names(Snapshot snapshot) {
    return snapshot.resources().stream().map(state -> state.urn().name()).toList();
  }

  protected static ResourceStateBuilder resource(String name) {
    return ResourceState.builder(Urn.of("dev", "shop", Optional.empty(), "acme:web:Site", name));
  }

  /** Contents by their names, as {@link #everything} is to answer them. */
  protected static String text(Map<?, byte[]> contents) {
    StringBuilder text = new StringBuilder();
    contents.forEach(
        (name, content) ->
            text.append(name)
                .append('\n')
                .append(new String(content, StandardCharsets.UTF_8))
                .append('\n'));
    return text.toString();
  }
}
