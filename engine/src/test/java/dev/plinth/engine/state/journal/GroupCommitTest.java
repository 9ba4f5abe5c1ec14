/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.engine.state.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

final class GroupCommitTest {

  @Test
  void whatEachThreadKnewBeforeItsCallIsWrittenWhenTheCallReturns() throws Exception {
    AtomicInteger newest = new AtomicInteger();
    AtomicInteger durable = new AtomicInteger();
    GroupCommit<Integer> commits = new GroupCommit<>(durable::set);

    ExecutorService threads = Executors.newFixedThreadPool(8);
    List<Future<?>> done = new ArrayList<>();
    for (int i = 0; i < 2000; i++) {
      done.add(
          threads.submit(
              () -> {
                int mine = newest.incrementAndGet();
                commits.commit(newest::get);
                assertThat(durable.get()).isGreaterThanOrEqualTo(mine);
              }));
    }
    threads.shutdown();

    for (Future<?> each : done) {
      each.get(1, TimeUnit.MINUTES);
    }
    assertThat(durable.get()).isEqualTo(2000);
  }

  @Test
  void callsThatArriveDuringAWriteShareTheNext() throws Exception {
    CountDownLatch started = new CountDownLatch(1);
    CountDownLatch release = new CountDownLatch(1);
    List<Integer> writes = Collections.synchronizedList(new ArrayList<>());
    GroupCommit<Integer> commits =
        new GroupCommit<>(
            value -> {
              writes.add(value);
              started.countDown();
              await(release);
            });
    AtomicInteger newest = new AtomicInteger(1);
    ExecutorService threads = Executors.newCachedThreadPool();
    Future<?> first = threads.submit(() -> commits.commit(newest::get));
    await(started);

    List<Thread> waiting = Collections.synchronizedList(new ArrayList<>());
    List<Future<?>> others = new ArrayList<>();
    newest.set(2);
    for (int i = 0; i < 10; i++) {
      others.add(
          threads.submit(
              () -> {
                waiting.add(Thread.currentThread());
                commits.commit(newest::get);
              }));
    }
    while (waiting.size() < 10
        || waiting.stream().anyMatch(thread -> thread.getState() != Thread.State.WAITING)) {
      Thread.onSpinWait();
    }
    release.countDown();

    first.get(1, TimeUnit.MINUTES);
    for (Future<?> other : others) {
      other.get(1, TimeUnit.MINUTES);
    }
    threads.shutdown();
    assertThat(writes).containsExactly(1, 2);
  }

  @Test
  void aFailedWriteFailsItsCallersAndTheNextOneTriesAgain() {
    List<String> written = new ArrayList<>();
    GroupCommit<String> commits =
        new GroupCommit<>(
            value -> {
              if (value.equals("bad")) {
                throw new IllegalArgumentException("disk");
              }
              written.add(value);
            });

    assertThatThrownBy(() -> commits.commit(() -> "bad")).hasMessage("disk");
    commits.commit(() -> "good");

    assertThat(written).containsExactly("good");
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(1, TimeUnit.MINUTES)).isTrue();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
