/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.engine.state.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plinth.engine.state.StackLockedException;
import dev.plinth.engine.state.StackName;
import dev.plinth.engine.state.StackSession;
import dev.plinth.engine.state.layout.ThisProcess;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class StackLockTest {
  private static final StackName DEV = new StackName("shop", "dev");

  @TempDir Path root;

  @Test
  void theSecondToComeIsToldWhoHoldsTheStack() {
    try (StackSession held = store().open(DEV)) {
      assertThat(held.notices()).isEmpty();
      assertThatThrownBy(() -> store().open(DEV))
          .isInstanceOfSatisfying(
              StackLockedException.class,
              e -> {
                assertThat(e.holder().pid()).isEqualTo(ProcessHandle.current().pid());
                assertThat(e.holder().username()).isEqualTo(System.getProperty("user.name"));
                assertThat(e).hasMessageContaining("the stack organization/shop/dev is locked by");
              });
    }
  }

  @Test
  void aClosedSessionFreesTheStackAndMayBeClosedTwice() throws IOException {
    StackSession first = store().open(DEV);
    first.close();
    first.close();

    try (StackSession second = store().open(DEV)) {
      assertThat(second.notices()).isEmpty();
      assertThat(lockFiles()).hasSize(1);
    }
    assertThat(lockFiles()).isEmpty();
  }

  @Test
  void stacksAreLockedOneByOne() {
    try (StackSession one = store().open(DEV);
        StackSession other = store().open(new StackName("shop", "prod"))) {
      assertThat(one.notices()).isEmpty();
      assertThat(other.notices()).isEmpty();
    }
  }

  @Test
  void ofManyThreadsOneAtATimeHoldsTheStack() throws Exception {
    AtomicInteger holders = new AtomicInteger();
    AtomicInteger taken = new AtomicInteger();
    ExecutorService threads = Executors.newFixedThreadPool(8);
    List<Future<?>> done = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      done.add(
          threads.submit(
              () -> {
                try (StackSession held = store().open(DEV)) {
                  assertThat(held.notices()).isEmpty();
                  assertThat(holders.incrementAndGet()).isEqualTo(1);
                  taken.incrementAndGet();
                  holders.decrementAndGet();
                } catch (StackLockedException e) {
                  assertThat(e.holder().pid()).isEqualTo(ProcessHandle.current().pid());
                }
              }));
    }
    threads.shutdown();

    for (Future<?> each : done) {
      each.get(1, TimeUnit.MINUTES);
    }
    assertThat(taken.get()).isPositive();
    assertThat(lockFiles()).isEmpty();
  }

  @Test
  void anotherProcessHoldsTheStackUntilItIsKilledAndIsThenTakenOver() throws Exception {
    Process holder = startHolder();
    try {
      assertThatThrownBy(() -> store().open(DEV))
          .isInstanceOfSatisfying(
              StackLockedException.class,
              e -> assertThat(e.holder().pid()).isEqualTo(holder.pid()));
    } finally {
      holder.destroyForcibly().waitFor();
    }

    try (StackSession session = store().open(DEV)) {
      assertThat(session.notices())
          .singleElement()
          .asString()
          .contains("took over the lock of", "pid " + holder.pid());
      assertThat(lockFiles()).hasSize(1);
    }
  }

  @Test
  void aLockOfAnotherHostIsNeverTakenOver() throws IOException {
    Path lock = writeLock(1, "another-host.example");

    assertThatThrownBy(() -> store().open(DEV))
        .isInstanceOfSatisfying(
            StackLockedException.class,
            e -> {
              assertThat(e).hasMessageContaining("alice@another-host.example (pid 1)");
              assertThat(e.remedy()).contains(lock.toString());
            });
    assertThat(lock).exists();
    assertThat(lockFiles()).containsExactly(lock);
  }

  @Test
  void aLivingPulumiOfThisHostHoldsTheStack() throws IOException {
    long parent = ProcessHandle.current().parent().orElseThrow().pid();
    writeLock(parent, ThisProcess.holder(java.time.Instant.now()).hostname());

    assertThatThrownBy(() -> store().open(DEV))
        .isInstanceOfSatisfying(
            StackLockedException.class, e -> assertThat(e.holder().pid()).isEqualTo(parent));
  }

  @Test
  void aLockFileThatCannotBeReadHoldsTheStack() throws IOException {
    Path folder = Files.createDirectories(lockFolder());
    Files.writeString(folder.resolve("x.json"), "{\"pid\":");

    assertThatThrownBy(() -> store().open(DEV)).isInstanceOf(StackLockedException.class);
  }

  private Path writeLock(long pid, String hostname) throws IOException {
    Path folder = Files.createDirectories(lockFolder());
    return Files.writeString(
        folder.resolve("6f1c1e0e-1b1e-4c7e-9d53-0c5d9e6f7a8b.json"),
        "{\"pid\":%d,\"username\":\"alice\",\"hostname\":\"%s\",".formatted(pid, hostname)
            + "\"timestamp\":\"2999-01-01T00:00:00.000000001+01:00\"}");
  }

  private Process startHolder() throws IOException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                HoldLock.class.getName(),
                root.toString(),
                "shop",
                "dev")
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    BufferedReader out = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8));
    assertThat(out.readLine()).isEqualTo("locked");
    return process;
  }

  private FileStateStore store() {
    return new FileStateStore(root, Map.of());
  }

  private Path lockFolder() {
    return root.resolve(".pulumi/locks/organization/shop/dev");
  }

  private List<Path> lockFiles() throws IOException {
    try (var files = Files.list(lockFolder())) {
      return files.toList();
    }
  }
}
