/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.engine.state.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plinth.engine.state.PendingOperation;
import dev.plinth.engine.state.ResourceState;
import dev.plinth.engine.state.ResourceStateBuilder;
import dev.plinth.engine.state.Snapshot;
import dev.plinth.engine.state.StackName;
import dev.plinth.engine.state.StackSession;
import dev.plinth.engine.state.StateChange;
import dev.plinth.engine.state.StateException;
import dev.plinth.engine.state.UpdateInfo;
import dev.plinth.engine.state.WorkingSnapshot;
import dev.plinth.engine.state.file.FileBackend;
import dev.plinth.engine.state.file.FileStateStore;
import dev.plinth.engine.urn.Urn;
import dev.plinth.engine.value.PropertyMap;
import dev.plinth.engine.value.PropertyValue;
import dev.plinth.engine.value.PropertyValue.Secret;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class JournaledStoreTest {
  private static final StackName DEV = new StackName("shop", "dev");
  private static final Map<String, String> KEY = Map.of("PULUMI_CONFIG_PASSPHRASE", "open sesame");
  private static final Path STATE = Path.of(".pulumi/stacks/shop/dev.json");
  private static final Path JOURNAL = Path.of(".pulumi/plinth-journals/shop/dev.journal");

  @TempDir Path folder;
  private Path root;
  private FileStateStore store;

  @BeforeEach
  void openStore() {
    root = folder.resolve("state");
    store = new FileStateStore(root, KEY);
  }

  @Test
  void what_was_flushed_is_read_by_others_while_the_run_goes_on() {
    try (StackSession session = store.open(DEV)) {
      WorkingSnapshot expected = new WorkingSnapshot(session.snapshot());
      for (StateChange change : changes(session.snapshot(), "a", "b", "c")) {
        expected.apply(change);
        session.flush(session.record(change));

        assertThat(another().load(DEV)).contains(expected.snapshot());
      }
    }
    assertThat(another().load(DEV).orElseThrow().resources()).hasSize(3);
    assertThat(root.resolve(JOURNAL)).doesNotExist();
  }

  @Test
  void a_run_appends_and_writes_the_state_once_when_it_ends() {
    save("a", "b");
    byte[] before = Folders.read(root).get(STATE);
    try (StackSession session = store.open(DEV)) {
      flush(session, new StateChange.Remove(1, Optional.empty()));
      assertThat(Folders.read(root).get(STATE)).isEqualTo(before);
    }
    assertThat(Folders.read(root).get(STATE)).isNotEqualTo(before);
    assertThat(Folders.read(root).get(Path.of(STATE + ".bak"))).isEqualTo(before);
  }

  @Test
  void that_nothing_has_changed_is_not_written() {
    save("a", "b");
    Map<Path, byte[]> before = Folders.read(root);
    try (StackSession session = store.open(DEV)) {
      long first = session.record(new StateChange.Keep(1));
      long second = session.record(new StateChange.Keep(0));
      assertThat(second).isGreaterThan(first);
    }
    assertThat(Folders.read(root).keySet()).isEqualTo(before.keySet());
    assertThat(Folders.read(root).get(STATE)).isEqualTo(before.get(STATE));
  }

  @Test
  void what_was_kept_stands_before_what_was_made_after_it() {
    save("a", "b");
    Map<Path, byte[]> killed;
    Snapshot expected;
    try (StackSession session = store.open(DEV)) {
      WorkingSnapshot working = new WorkingSnapshot(session.snapshot());
      StateChange keep = new StateChange.Keep(1);
      StateChange put = put(resource("c").dependencies(List.of(urn("b"))).build());
      working.apply(keep);
      working.apply(put);
      expected = working.snapshot();
      long unused = session.record(keep);
      flush(session, put);
      killed = Folders.read(root);
    }

    assertThat(loadFrom("killed", killed)).isEqualTo(expected);
  }

  @Test
  void a_journal_cut_at_any_byte_tells_what_was_acknowledged_before_the_cut() {
    save("a");
    List<Snapshot> acknowledged = new ArrayList<>();
    List<Integer> lengths = new ArrayList<>();
    Map<Path, byte[]> killed;
    try (StackSession session = store.open(DEV)) {
      WorkingSnapshot working = new WorkingSnapshot(session.snapshot());
      acknowledged.add(working.snapshot());
      lengths.add(0);
      for (StateChange change : changes(session.snapshot(), "b", "c")) {
        working.apply(change);
        flush(session, change);
        acknowledged.add(working.snapshot());
        lengths.add(Folders.read(root).get(JOURNAL).length);
      }
      killed = Folders.read(root);
    }
    byte[] journal = killed.get(JOURNAL);
    Path copy = Folders.write(folder.resolve("cut"), killed);
    FileStateStore damaged = new FileStateStore(copy, KEY);
    int lines = 0;
    for (int cut = 0; cut <= journal.length; cut++) {
      Folders.write(copy, Map.of(JOURNAL, Arrays.copyOf(journal, cut)));
      if (lines + 1 < lengths.size() && lengths.get(lines + 1) <= cut) {
        lines++;
      }

      assertThat(damaged.load(DEV)).as("cut at %s", cut).contains(acknowledged.get(lines));
    }
  }

  @Test
  void a_state_cut_at_any_byte_is_refused_by_name_and_left_alone() throws IOException {
    save("a", "b");
    Map<Path, byte[]> files = Folders.read(root);
    byte[] state = files.get(STATE);
    Snapshot whole = store.load(DEV).orElseThrow();
    Path copy = Folders.write(folder.resolve("cut"), files);
    for (int cut = 0; cut < state.length; cut++) {
      Folders.write(copy, Map.of(STATE, Arrays.copyOf(state, cut)));
      FileStateStore damaged = new FileStateStore(copy, KEY);
      if (cut == state.length - 1) {
        assertThat(damaged.load(DEV)).as("without the last line feed").contains(whole);
        continue;
      }

      assertThatThrownBy(() -> damaged.load(DEV))
          .as("cut at %s", cut)
          .isInstanceOfSatisfying(
              StateException.class,
              e -> {
                assertThat(e).hasMessageContaining(copy.resolve(STATE) + " cannot be used");
                assertThat(e.remedy()).isNotEmpty();
              });
      assertThat(Files.readAllBytes(copy.resolve(STATE))).hasSize(cut);
    }
  }

  @Test
  void a_journal_damaged_before_its_end_is_refused_by_name() {
    save("a");
    Map<Path, byte[]> killed = killedAfter("b", "c");
    byte[] journal = killed.get(JOURNAL);
    for (int at = 0; at < journal.length / 2; at += 97) {
      byte[] damaged = journal.clone();
      damaged[at] ^= 1;
      killed.put(JOURNAL, damaged);
      Path copy = Folders.write(folder.resolve("damaged"), killed);

      assertThatThrownBy(() -> new FileStateStore(copy, KEY).open(DEV))
          .as("byte %s", at)
          .isInstanceOf(StateException.class)
          .hasMessageContaining("the journal " + copy.resolve(JOURNAL) + " cannot be used");
    }
  }

  @Test
  void a_journal_of_another_state_is_refused_by_name() {
    save("a");
    Map<Path, byte[]> killed = killedAfter("b");
    save("z");
    killed.put(STATE, Folders.read(root).get(STATE));
    Path copy = Folders.write(folder.resolve("mixed"), killed);

    assertThatThrownBy(() -> new FileStateStore(copy, KEY).load(DEV))
        .isInstanceOf(StateException.class)
        .hasMessageContaining("continues another state");
  }

  @Test
  void every_moment_of_the_end_of_a_run_leaves_all_that_was_done() {
    save("a");
    List<Map<Path, byte[]>> moments = new ArrayList<>();
    WatchedBackend.Watcher watcher =
        new WatchedBackend.Watcher() {
          @Override
          public void before(String write, List<byte[]> bytes) {
            moments.add(Folders.read(root));
          }

          @Override
          public void after(String write) {
            moments.add(Folders.read(root));
          }
        };
    JournaledStore watched =
        new JournaledStore(
            new WatchedBackend(new FileBackend(root), watcher), KEY, Clock.systemUTC());
    StackSession session = watched.open(DEV);
    for (StateChange change : changes(session.snapshot(), "b")) {
      flush(session, change);
    }
    moments.clear();
    session.close();
    Snapshot done = another().load(DEV).orElseThrow();

    // The seal, the checkpoint and the end of the journal, each before and after.
    assertThat(moments).hasSize(6);
    for (Map<Path, byte[]> moment : moments) {
      assertThat(loadFrom("moment", moment)).isEqualTo(done);
      Path copy = Folders.write(folder.resolve("moment"), moment);
      try (StackSession next = new FileStateStore(copy, KEY).open(DEV)) {
        assertThat(next.snapshot()).isEqualTo(done);
        assertThat(copy.resolve(JOURNAL)).doesNotExist();
      }
    }
  }

  @Test
  void a_write_that_fails_is_made_up_for_by_the_next() {
    save("a");
    boolean[] broken = {false};
    WatchedBackend.Watcher full =
        (write, bytes) -> {
          if (write.equals("append") && broken[0]) {
            tear(bytes.get(0));
            throw new StateException("cannot write: No space left on device", "free some", null);
          }
        };
    Snapshot expected;
    try (StackSession session =
        new JournaledStore(new WatchedBackend(new FileBackend(root), full), KEY, Clock.systemUTC())
            .open(DEV)) {
      WorkingSnapshot working = new WorkingSnapshot(session.snapshot());
      List<StateChange> changes = changes(Snapshot.empty(), "b");
      changes.forEach(working::apply);
      expected = working.snapshot();
      flush(session, changes.get(0));
      broken[0] = true;
      assertThatThrownBy(() -> flush(session, changes.get(1))).isInstanceOf(StateException.class);
      assertThatThrownBy(() -> flush(session, changes.get(2))).isInstanceOf(StateException.class);
      broken[0] = false;

      flush(session, changes.get(3));

      assertThat(another().load(DEV)).contains(expected);
    }
    assertThat(another().load(DEV)).contains(expected);
  }

  private void tear(byte[] line) {
    Map<Path, byte[]> files = Folders.read(root);
    byte[] journal = files.getOrDefault(JOURNAL, new byte[0]);
    byte[] torn = Arrays.copyOf(journal, journal.length + line.length / 2);
    System.arraycopy(line, 0, torn, journal.length, line.length / 2);
    Folders.write(root, Map.of(JOURNAL, torn));
  }

  @Test
  void a_run_whose_last_write_fails_says_where_its_work_is_and_keeps_other_tools_out() {
    save("a");
    WatchedBackend.Watcher full =
        (write, bytes) -> {
          if (write.equals("replace")) {
            throw new StateException("cannot write: No space left on device", "free some", null);
          }
        };
    StackSession session =
        new JournaledStore(new WatchedBackend(new FileBackend(root), full), KEY, Clock.systemUTC())
            .open(DEV);
    flush(session, put(resource("b").build()));

    assertThatThrownBy(session::close)
        .isInstanceOfSatisfying(
            StateException.class,
            e -> assertThat(e.remedy()).contains("free some", root.resolve(JOURNAL).toString()));
    assertThat(Folders.read(root).keySet()).anyMatch(path -> path.startsWith(".pulumi/locks"));

    try (StackSession next = another().open(DEV)) {
      assertThat(next.notices()).hasSize(1);
      assertThat(next.snapshot().resources()).hasSize(2);
    }
    assertThat(Folders.read(root).keySet()).noneMatch(path -> path.startsWith(".pulumi/locks"));
  }

  @Test
  void a_run_that_lost_its_lock_writes_no_more() throws IOException {
    save("a");
    StackSession session = store.open(DEV);
    for (Path file : Folders.read(root).keySet()) {
      if (file.startsWith(".pulumi/locks")) {
        Files.delete(root.resolve(file));
      }
    }

    assertThatThrownBy(() -> flush(session, put(resource("b").build())))
        .isInstanceOf(StateException.class)
        .hasMessageContaining("was taken away");
    assertThat(another().load(DEV).orElseThrow().resources()).hasSize(1);
    session.close();
  }

  @Test
  void secrets_are_encrypted_in_the_journal_and_its_file_is_for_its_owner_alone()
      throws IOException {
    ResourceState goal =
        resource("a").inputs(PropertyMap.of("s", new Secret(PropertyValue.of("hunter2")))).build();
    PendingOperation create = PendingOperation.begin(PendingOperation.Type.CREATING, goal);
    ResourceState made =
        goal.toBuilder()
            .outputs(goal.inputs().with("t", new Secret(PropertyValue.of("hunter3"))))
            .build();
    Map<Path, byte[]> killed;
    try (StackSession session = store.open(DEV)) {
      flush(session, new StateChange.Begin(create));
      flush(
          session,
          new StateChange.Put(
              made, OptionalInt.empty(), OptionalInt.empty(), Optional.of(create.intent())));
      killed = Folders.read(root);
      assertThat(
              PosixFilePermissions.toString(Files.getPosixFilePermissions(root.resolve(JOURNAL))))
          .isEqualTo("rw-------");
    }

    assertThat(new String(killed.get(JOURNAL), StandardCharsets.UTF_8))
        .doesNotContain("hunter")
        .contains("\"secrets\":\"passphrase\"");
    assertThat(loadFrom("killed", killed).resources()).containsExactly(made);
    // Who has no passphrase can still take the stack over.
    Path copy = Folders.write(folder.resolve("killed"), killed);
    try (StackSession session = new FileStateStore(copy, Map.of()).open(DEV)) {
      assertThat(session.snapshot().resources()).hasSize(1);
    }
    assertThat(new FileStateStore(copy, KEY).load(DEV).orElseThrow().resources())
        .containsExactly(made);
  }

  @Test
  void a_run_that_is_killed_while_it_writes_its_history_has_lost_nothing() {
    List<Map<Path, byte[]>> moments = new ArrayList<>();
    WatchedBackend.Watcher watcher =
        new WatchedBackend.Watcher() {
          @Override
          public void before(String write, List<byte[]> bytes) {
            capture(write);
          }

          @Override
          public void after(String write) {
            capture(write);
          }

          private void capture(String write) {
            if (write.equals("addHistory")) {
              moments.add(Folders.read(root));
            }
          }
        };
    try (StackSession session =
        new JournaledStore(
                new WatchedBackend(new FileBackend(root), watcher), KEY, Clock.systemUTC())
            .open(DEV)) {
      changes(session.snapshot(), "a", "b")
          .forEach(change -> session.flush(session.record(change)));
      session.addHistory(update());
    }

    assertThat(moments).hasSize(2);
    for (int i = 0; i < moments.size(); i++) {
      assertThat(loadFrom("killed-" + i, moments.get(i)).resources()).hasSize(2);
      FileStateStore next = new FileStateStore(folder.resolve("killed-" + i), KEY);
      try (StackSession session = next.open(DEV)) {
        session.addHistory(update());
      }
      assertThat(next.history(DEV, 0, 10)).hasSize(1 + i);
    }
  }

  private static UpdateInfo update() {
    Instant now = Instant.ofEpochSecond(1700000000);
    return new UpdateInfo(
        "update", now, "", Map.of(), Map.of(), "succeeded", now, 0, Map.of("create", 3000));
  }

  @Test
  void three_thousand_resources_write_less_than_ten_megabytes() {
    AtomicLong written = new AtomicLong();
    WatchedBackend.Watcher counter =
        (write, bytes) -> bytes.forEach(piece -> written.addAndGet(piece.length));
    try (StackSession session =
        new JournaledStore(
                new WatchedBackend(new FileBackend(root), counter), KEY, Clock.systemUTC())
            .open(DEV)) {
      for (int i = 0; i < 3000; i++) {
        ResourceState goal = function("function-" + i);
        PendingOperation create = PendingOperation.begin(PendingOperation.Type.CREATING, goal);
        long unused = session.record(new StateChange.Begin(create));
        long ticket =
            session.record(
                new StateChange.Put(
                    made(goal),
                    OptionalInt.empty(),
                    OptionalInt.empty(),
                    Optional.of(create.intent())));
        if (i % 10 == 9) {
          session.flush(ticket);
        }
      }
      session.addHistory(update());
    }

    // The copy in the history is the state file by another name.
    assertThat(Folders.read(root).keySet())
        .anyMatch(name -> name.toString().endsWith(".checkpoint.json"));
    assertThat(another().load(DEV).orElseThrow().resources()).hasSize(3000);
    assertThat(written.get()).isLessThan(10_000_000);
  }

  private static ResourceState function(String name) {
    PropertyMap.Builder inputs = PropertyMap.builder();
    inputs.put("name", name).put("runtime", "java21").put("handler", "com.acme.Handler");
    inputs.put("memorySize", 512).put("timeout", 30).put("s3Bucket", "acme-artifacts");
    inputs.put("s3Key", name + ".jar").put("role", "arn:aws:iam::123456789012:role/execution");
    inputs.put("environment", PropertyMap.builder().put("QUEUE", "queue-" + name).build());
    inputs.put("tags", PropertyMap.builder().put("org", "acme").put("env", "dev").build());
    return resource(name).custom(true).inputs(inputs.build()).build();
  }

  private static ResourceState made(ResourceState goal) {
    String arn = "arn:aws:lambda:us-east-1:123456789012:function:" + goal.urn().name();
    PropertyMap.Builder outputs = goal.inputs().toBuilder();
    outputs.put("arn", arn).put("invokeArn", arn + "/invocations").put("version", "$LATEST");
    outputs.put("lastModified", "2026-11-23T12:00:00Z").put("sourceCodeSize", 1234567);
    outputs.put("codeSha256", "2jmj7l5rSw0yVb/vlWAYkK/YBwk+0000000000000000=");
    return goal.toBuilder()
        .id(goal.urn().name())
        .outputs(outputs.build())
        .created(Optional.of(Instant.EPOCH))
        .modified(Optional.of(Instant.EPOCH))
        .build();
  }

  /** A create that is begun, one that ends, and an amendment, for each name. */
  private static List<StateChange> changes(Snapshot base, String... names) {
    List<StateChange> changes = new ArrayList<>();
    for (String name : names) {
      ResourceState goal = function(name);
      PendingOperation create = PendingOperation.begin(PendingOperation.Type.CREATING, goal);
      PendingOperation failing =
          PendingOperation.begin(PendingOperation.Type.CREATING, function(name + "-failing"));
      changes.add(new StateChange.Begin(create));
      changes.add(new StateChange.Begin(failing));
      changes.add(
          new StateChange.Put(
              made(goal), OptionalInt.empty(), OptionalInt.empty(), Optional.of(create.intent())));
      changes.add(new StateChange.Abandon(failing.intent()));
    }
    if (!base.resources().isEmpty()) {
      ResourceState old = base.resources().get(0);
      ResourceState left = old.toBuilder().pendingReplacement(true).build();
      PendingOperation delete = PendingOperation.begin(PendingOperation.Type.DELETING, left);
      changes.add(new StateChange.Begin(delete));
      changes.add(new StateChange.Amend(0, left, Optional.of(delete.intent())));
      changes.add(new StateChange.Remove(0, Optional.empty()));
    }
    return changes;
  }

  private Map<Path, byte[]> killedAfter(String... names) {
    try (StackSession session = store.open(DEV)) {
      for (StateChange change : changes(session.snapshot(), names)) {
        flush(session, change);
      }
      return Folders.read(root);
    }
  }

  private Snapshot loadFrom(String name, Map<Path, byte[]> files) {
    Path copy = Folders.write(folder.resolve(name), files);
    return new FileStateStore(copy, KEY).load(DEV).orElseThrow();
  }

  private FileStateStore another() {
    return new FileStateStore(root, KEY);
  }

  private static void flush(StackSession session, StateChange change) {
    session.flush(session.record(change));
  }

  private static StateChange put(ResourceState state) {
    return new StateChange.Put(state, OptionalInt.empty(), OptionalInt.empty(), Optional.empty());
  }

  private void save(String... names) {
    try (StackSession session = store.open(DEV)) {
      List<ResourceState> resources =
          Arrays.stream(names).map(name -> resource(name).build()).toList();
      session.save(session.snapshot().with(resources, List.of()));
    }
  }

  private static ResourceStateBuilder resource(String name) {
    return ResourceState.builder(urn(name));
  }

  private static Urn urn(String name) {
    return Urn.of("dev", "shop", Optional.empty(), "acme:web:Site", name);
  }
}
