/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.engine.state.object;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plinth.engine.state.LockHolder;
import dev.plinth.engine.state.Snapshot;
import dev.plinth.engine.state.StackLockedException;
import dev.plinth.engine.state.StackSession;
import dev.plinth.engine.state.StateChange;
import dev.plinth.engine.state.StateException;
import dev.plinth.engine.state.WorkingSnapshot;
import dev.plinth.engine.state.journal.Backend;
import dev.plinth.engine.state.journal.JournaledStore;
import dev.plinth.engine.state.journal.StoreConformance;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Stacks as objects: the lease, its fences, and what is left when a process ends anywhere. */
final class ObjectBackendTest extends StoreConformance {
  private static final Duration LONGER_THAN_A_LEASE = Duration.ofSeconds(61);
  private static final String LOCKS = ".pulumi/locks/organization/shop/dev/";

  private final MemoryObjects objects = new MemoryObjects();

  @Override
  protected Backend backend() {
    return backend(objects);
  }

  @Override
  protected String everything() {
    StringBuilder text = new StringBuilder();
    objects.contents().forEach((key, content) -> text.append(key).append('\n').append(content));
    return text.toString();
  }

  private static Backend backend(MemoryObjects store) {
    return new ObjectBackend(store, "memory://", store);
  }

  private static JournaledStore store(MemoryObjects store) {
    return new JournaledStore(backend(store), Map.of(), Clock.systemUTC());
  }

  @Test
  void things_are_where_pulumi_looks_for_them() {
    save("a");
    try (StackSession session = store(objects).open(DEV)) {
      session.saveTags(Map.of("a", "b"));
      assertThat(objects.contents().keySet())
          .anyMatch(key -> key.matches(LOCKS + "[0-9a-f]{8}-[0-9a-f-]{27}\\.json"));
      flush(session, put("b"));
    }
    assertThat(objects.contents().keySet())
        .containsExactly(
            ".pulumi/meta.yaml",
            ".pulumi/stacks/shop/dev.json",
            ".pulumi/stacks/shop/dev.json.bak",
            ".pulumi/stacks/shop/dev.pulumi-tags");
    assertThat(objects.contents().get(".pulumi/meta.yaml")).isEqualTo("version: 1\n");
  }

  @Test
  void a_journal_of_any_length_is_read_at_once_and_in_order() {
    List<String> requests = new ArrayList<>();
    try (StackSession session = store(objects).open(DEV)) {
      for (int i = 0; i < 100; i++) {
        flush(session, put("site-" + i));
      }
      objects.before(requests::add);

      assertThat(resources())
          .containsExactlyElementsOf(IntStream.range(0, 100).mapToObj(i -> "site-" + i).toList());
      objects.before(request -> {});
    }
    // The list of the journal, its lines, the list of the states, the state.
    assertThat(requests).hasSize(4);
    assertThat(requests).filteredOn(request -> request.startsWith("get all")).hasSize(1);
  }

  @Test
  void a_lock_of_pulumi_holds_until_it_is_given_back() {
    save("a");
    objects.set(LOCKS + "x.json", "{\"pid\":7,\"username\":\"alice\",\"hostname\":\"h\"}");
    objects.pass(Duration.ofDays(30));

    assertThatThrownBy(() -> store(objects).open(DEV))
        .isInstanceOfSatisfying(
            StackLockedException.class, e -> assertThat(e).hasMessageContaining("alice@h (pid 7)"));
    assertThat(store(objects).unlock(DEV))
        .extracting(LockHolder::username)
        .containsExactly("alice");
    save("b");
  }

  @Test
  void a_pulumi_that_comes_at_the_same_time_makes_us_withdraw() {
    save("a");
    objects.after(
        request -> {
          if (request.startsWith("put " + LOCKS)) {
            objects.set(LOCKS + "pulumi.json", "{\"pid\":7,\"username\":\"a\",\"hostname\":\"h\"}");
          }
        });

    assertThatThrownBy(() -> store(objects).open(DEV)).isInstanceOf(StackLockedException.class);

    assertThat(objects.contents().keySet().stream().filter(key -> key.startsWith(LOCKS)))
        .containsExactly(LOCKS + "pulumi.json");
  }

  @Test
  void a_lease_that_was_renewed_holds_and_one_that_ran_out_is_taken_over() {
    save("a");
    StackSession gone = store(objects).open(DEV);
    flush(gone, put("b"));
    objects.pass(Duration.ofSeconds(50));
    flush(gone, put("c"));
    objects.pass(Duration.ofSeconds(50));

    assertThatThrownBy(() -> store(objects).open(DEV))
        .isInstanceOfSatisfying(
            StackLockedException.class,
            e -> assertThat(e.remedy()).contains("its lease runs out in 10 s"));
    objects.pass(Duration.ofSeconds(11));
    try (StackSession next = store(objects).open(DEV)) {
      assertThat(next.notices())
          .singleElement()
          .asString()
          .contains("took over the lock of", "whose lease has run out");
      assertThat(names(next.snapshot())).containsExactlyInAnyOrder("a", "b", "c");
    }
  }

  @Test
  void a_holder_whose_lease_ran_out_unnoticed_goes_on_when_nobody_came() {
    StackSession slow = store(objects).open(DEV);
    flush(slow, put("a"));
    objects.pass(Duration.ofHours(8));
    flush(slow, put("b"));
    slow.close();

    assertThat(resources()).containsExactly("a", "b");
  }

  @Test
  void who_was_taken_over_can_write_nothing_more() {
    save("a");
    StackSession slow = store(objects).open(DEV);
    flush(slow, put("b"));
    objects.pass(LONGER_THAN_A_LEASE);

    try (StackSession next = store(objects).open(DEV)) {
      assertThatThrownBy(() -> flush(slow, put("c")))
          .isInstanceOf(StateException.class)
          .hasMessageContaining("was taken away");
      assertThatThrownBy(() -> slow.save(Snapshot.empty())).isInstanceOf(StateException.class);
      assertThatThrownBy(slow::close).isInstanceOf(StateException.class);
      flush(next, put("d"));
    }
    assertThat(resources()).containsExactlyInAnyOrder("a", "b", "d");
  }

  /** Its own clock told it that it was in time; the store knows better. */
  @Test
  void the_store_itself_refuses_a_line_of_one_who_does_not_know_that_it_was_taken_over() {
    save("a");
    for (int written = 0; written < 3; written++) {
      MemoryObjects early = objects.later(Duration.ZERO);
      MemoryObjects[] late = {early};
      StackSession slow =
          new JournaledStore(
                  new ObjectBackend(new Forwarding(late), "memory://", early),
                  Map.of(),
                  Clock.systemUTC())
              .open(DEV);
      for (int i = 0; i < written; i++) {
        flush(slow, put("own-" + i));
      }
      late[0] = early.later(LONGER_THAN_A_LEASE);
      try (StackSession next = store(late[0]).open(DEV)) {
        assertThatThrownBy(() -> flush(slow, put("late"))).isInstanceOf(StateException.class);
        flush(next, put("next"));
      }
      assertThatThrownBy(() -> flush(slow, put("later"))).isInstanceOf(StateException.class);
      assertThat(names(store(late[0]).load(DEV).orElseThrow()))
          .contains("a", "next")
          .doesNotContain("late", "later")
          .hasSize(2 + written);
    }
  }

  @Test
  void the_store_itself_refuses_a_checkpoint_of_one_who_does_not_know_that_it_was_taken_over() {
    save("a");
    MemoryObjects early = objects.later(Duration.ZERO);
    MemoryObjects[] late = {early};
    StackSession slow =
        new JournaledStore(
                new ObjectBackend(new Forwarding(late), "memory://", early),
                Map.of(),
                Clock.systemUTC())
            .open(DEV);
    late[0] = early.later(LONGER_THAN_A_LEASE);
    try (StackSession next = store(late[0]).open(DEV)) {
      assertThatThrownBy(() -> slow.save(Snapshot.empty().with(List.of(), List.of())))
          .isInstanceOf(StateException.class)
          .hasMessageContaining("was replaced by somebody else");
      flush(next, put("b"));
    }
    assertThat(names(store(late[0]).load(DEV).orElseThrow())).containsExactlyInAnyOrder("a", "b");
  }

  @Test
  void a_run_whose_lock_was_taken_away_by_hand_writes_no_more() {
    save("a");
    StackSession held = store(objects).open(DEV);
    flush(held, put("b"));
    objects.pass(LONGER_THAN_A_LEASE);
    assertThat(store(objects).unlock(DEV)).hasSize(1);

    assertThatThrownBy(() -> flush(held, put("c"))).isInstanceOf(StateException.class);
    assertThat(resources()).containsExactlyInAnyOrder("a", "b");
    save("d");
    assertThat(resources()).containsExactly("d");
  }

  @Test
  void a_store_that_ignores_conditions_is_refused() {
    ObjectStore careless =
        new Forwarding(new MemoryObjects[] {objects}) {
          @Override
          public Optional<String> put(String key, byte[] content, Condition condition) {
            return super.put(key, content, new Condition.Always());
          }
        };
    JournaledStore store =
        new JournaledStore(
            new ObjectBackend(careless, "memory://", objects), Map.of(), Clock.systemUTC());

    assertThatThrownBy(() -> store.open(DEV))
        .isInstanceOf(StateException.class)
        .hasMessageContaining("ignores conditional writes");
    assertThat(objects.contents().keySet()).noneMatch(key -> key.startsWith(LOCKS));
  }

  @Test
  void a_line_that_was_written_without_an_answer_counts_once() {
    save("z");
    boolean[] deaf = {false};
    objects.after(
        request -> {
          if (deaf[0] && request.startsWith("put .pulumi/plinth-journals")) {
            throw new StateException("no answer", "run the command again", null);
          }
        });
    try (StackSession session = store(objects).open(DEV)) {
      List<StateChange> changes = changes("a");
      flush(session, changes.get(0));
      deaf[0] = true;
      assertThatThrownBy(() -> flush(session, changes.get(1))).isInstanceOf(StateException.class);
      assertThatThrownBy(() -> flush(session, put("b"))).isInstanceOf(StateException.class);
      deaf[0] = false;
      flush(session, put("c"));

      assertThat(resources()).containsExactlyInAnyOrder("z", "a", "b", "c");
    }
    assertThat(resources()).containsExactlyInAnyOrder("z", "a", "b", "c");
  }

  /**
   * Before each request, and after it: what is there then is what a process leaves that is killed.
   */
  @Test
  void killed_between_any_two_requests_a_run_leaves_all_that_it_acknowledged() {
    save("a", "b");
    List<MemoryObjects> left = new ArrayList<>();
    List<Snapshot> acknowledged = new ArrayList<>();
    Snapshot[] now = {store(objects).load(DEV).orElseThrow()};
    objects.before(
        request -> {
          left.add(objects.later(LONGER_THAN_A_LEASE));
          acknowledged.add(now[0]);
        });
    try (StackSession session = store(objects).open(DEV)) {
      WorkingSnapshot working = new WorkingSnapshot(session.snapshot());
      for (StateChange change : changes("c", "d", "e")) {
        flush(session, change);
        working.apply(change);
        now[0] = working.snapshot();
      }
    }
    left.add(objects.later(LONGER_THAN_A_LEASE));
    acknowledged.add(now[0]);
    assertThat(left).hasSizeGreaterThan(25);

    for (int i = 0; i < left.size(); i++) {
      MemoryObjects image = left.get(i);
      Snapshot read = store(image.later(Duration.ZERO)).load(DEV).orElseThrow();
      // What was written and not acknowledged yet may be there, too.
      assertThat(read.resources()).as("image %s", i).containsAll(acknowledged.get(i).resources());
      Snapshot recovered;
      try (StackSession next = store(image).open(DEV)) {
        recovered = next.snapshot();
        assertThat(recovered).as("image %s", i).isEqualTo(read);
        flush(next, put("next"));
      }
      assertThat(names(store(image).load(DEV).orElseThrow()))
          .as("image %s", i)
          .containsAll(names(recovered))
          .contains("next");
      assertThat(image.contents().keySet())
          .as("image %s", i)
          .noneMatch(key -> key.startsWith(LOCKS));
    }
  }

  /** A taking over that is killed itself. */
  @Test
  void killed_between_any_two_requests_a_recovery_loses_nothing() {
    save("a");
    StackSession killed = store(objects).open(DEV);
    changes("b", "c").forEach(change -> flush(killed, change));
    Snapshot done = store(objects).load(DEV).orElseThrow();
    MemoryObjects first = objects.later(LONGER_THAN_A_LEASE);
    List<MemoryObjects> left = new ArrayList<>();
    first.before(request -> left.add(first.later(LONGER_THAN_A_LEASE)));
    store(first).open(DEV).close();
    assertThat(left).hasSizeGreaterThan(10);

    for (int i = 0; i < left.size(); i++) {
      MemoryObjects image = left.get(i);
      assertThat(store(image).load(DEV)).as("image %s", i).contains(done);
      try (StackSession next = store(image).open(DEV)) {
        assertThat(next.snapshot()).as("image %s", i).isEqualTo(done);
      }
      assertThat(store(image).load(DEV)).as("image %s", i).contains(done);
    }
  }

  /** Whatever one of two does between any two requests of the other, one of them has the stack. */
  @Test
  void of_two_who_come_at_once_at_most_one_holds_the_stack() {
    save("a");
    int[] requests = {0};
    objects.before(request -> requests[0]++);
    store(objects).open(DEV).close();
    int total = requests[0];
    for (int at = 1; at <= total; at++) {
      MemoryObjects shared = objects.later(Duration.ZERO);
      int moment = at;
      int[] count = {0};
      List<StackSession> others = new ArrayList<>();
      shared.before(
          request -> {
            if (++count[0] == moment) {
              shared.before(again -> {});
              try {
                others.add(store(shared).open(DEV));
              } catch (StackLockedException e) {
                // the first one was quicker
              }
            }
          });
      boolean opened = false;
      try {
        StackSession session = store(shared).open(DEV);
        opened = others.isEmpty();
        assertThat(opened).as("at %s", at).isTrue();
        session.close();
      } catch (StackLockedException e) {
        opened = false;
      }
      others.forEach(StackSession::close);
      assertThat(names(store(shared).load(DEV).orElseThrow())).containsExactly("a");
    }
  }

  /** Goes to another store from one request to the next, as the same one looks later. */
  private static class Forwarding implements ObjectStore {
    private final MemoryObjects[] target;

    Forwarding(MemoryObjects[] target) {
      this.target = target;
    }

    @Override
    public String place(String key) {
      return target[0].place(key);
    }

    @Override
    public Optional<Stored> get(String key) {
      return target[0].get(key);
    }

    @Override
    public List<Optional<Stored>> getAll(List<String> keys) {
      return target[0].getAll(keys);
    }

    @Override
    public List<Listed> list(String prefix) {
      return target[0].list(prefix);
    }

    @Override
    public Optional<String> put(String key, byte[] content, Condition condition) {
      return target[0].put(key, content, condition);
    }

    @Override
    public void copy(String from, String to) {
      target[0].copy(from, to);
    }

    @Override
    public void delete(List<String> keys) {
      target[0].delete(keys);
    }
  }
}
