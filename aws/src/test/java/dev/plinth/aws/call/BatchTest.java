/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plinth.aws.schema.Shape;
import dev.plinth.aws.testing.FakeTime;
import dev.plinth.engine.provider.ProviderException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Which questions share a call. */
final class BatchTest {
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final List<List<String>> calls = Collections.synchronizedList(new ArrayList<>());
  private final CountDownLatch firstIsUnderWay = new CountDownLatch(1);
  private final CountDownLatch firstMayEnd = new CountDownLatch(1);

  @AfterEach
  void end() {
    threads.shutdownNow();
  }

  @Test
  void one_question_makes_one_call_at_once() {
    Batch<String, String> batch = new Batch<>(10, (operation, keys) -> lengths(keys));

    assertThat(batch.find(operation(), "one")).contains("3");
    assertThat(batch.find(operation(), "missing")).isEmpty();
    assertThat(calls).containsExactly(List.of("one"), List.of("missing"));
  }

  @Test
  void questions_that_come_while_a_call_is_under_way_share_the_next() throws Exception {
    Batch<String, String> batch = new Batch<>(10, (operation, keys) -> held(keys));
    List<CompletableFuture<Optional<String>>> answers = ask(batch, "a", "bb", "ccc", "bb");

    assertThat(answers.stream().map(CompletableFuture::join))
        .containsExactly(Optional.of("1"), Optional.of("2"), Optional.of("3"), Optional.of("2"));
    assertThat(calls).containsExactly(List.of("a"), List.of("bb", "ccc"));
  }

  @Test
  void a_call_asks_for_no_more_than_the_service_takes() throws Exception {
    Batch<String, String> batch = new Batch<>(2, (operation, keys) -> held(keys));
    List<CompletableFuture<Optional<String>>> answers = ask(batch, "a", "b", "c", "d", "e", "f");

    answers.forEach(CompletableFuture::join);
    assertThat(calls).allMatch(keys -> keys.size() <= 2).hasSize(4);
  }

  @Test
  void a_failure_is_told_to_one_and_the_others_ask_again() throws Exception {
    Batch<String, String> batch =
        new Batch<>(
            10,
            (operation, keys) -> {
              Map<String, String> found = held(keys);
              if (keys.size() == 3) {
                throw new ProviderException("refused");
              }
              return found;
            });
    List<CompletableFuture<Optional<String>>> answers = ask(batch, "a", "b", "c", "d");

    assertThat(answers.get(0).join()).contains("1");
    assertThatThrownBy(() -> answers.get(1).join()).hasMessageContaining("refused");
    assertThat(answers.get(2).join()).contains("1");
    assertThat(answers.get(3).join()).contains("1");
    assertThat(calls).hasSize(3);
  }

  /** Asks for the first key, and for the others while the call for it is under way. */
  private List<CompletableFuture<Optional<String>>> ask(
      Batch<String, String> batch, String first, String... others) throws InterruptedException {
    List<CompletableFuture<Optional<String>>> answers = new ArrayList<>();
    answers.add(asking(batch, first));
    firstIsUnderWay.await();
    for (String key : others) {
      int waiting = batch.waiting();
      answers.add(asking(batch, key));
      while (batch.waiting() == waiting) {
        Thread.onSpinWait();
      }
    }
    firstMayEnd.countDown();
    return answers;
  }

  private CompletableFuture<Optional<String>> asking(Batch<String, String> batch, String key) {
    return CompletableFuture.supplyAsync(() -> batch.find(operation(), key), threads);
  }

  private Map<String, String> held(List<String> keys) {
    Map<String, String> found = lengths(keys);
    firstIsUnderWay.countDown();
    try {
      firstMayEnd.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    return found;
  }

  private Map<String, String> lengths(List<String> keys) {
    calls.add(keys);
    return keys.stream()
        .filter(key -> !key.equals("missing"))
        .collect(Collectors.toMap(Function.identity(), key -> Integer.toString(key.length())));
  }

  private static Operation operation() {
    return new Operation(
        "thing", Duration.ofMinutes(1), 3, new Redaction(Shape.of()), new Pacing(new FakeTime()));
  }
}
