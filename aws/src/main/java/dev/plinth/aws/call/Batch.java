/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.call;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * Looks things up for many operations with few calls. Whoever asks first makes a call at once; who
 * asks while it is under way shares the next one. So nobody waits for company, and the busier a
 * service is, the more each of its calls brings.
 *
 * @param <K> what is asked for
 * @param <V> what is found
 */
public final class Batch<K, V> {
  /**
   * Asks AWS for several things.
   *
   * @param <K> what is asked for
   * @param <V> what is found
   */
  @FunctionalInterface
  public interface Lookup<K, V> {
    /** What there is of the keys; what is missing is left out. */
    Map<K, V> find(Operation operation, List<K> keys);
  }

  /** One operation's question. */
  private record Question<K, V>(K key, CompletableFuture<Turn<V>> turn) {}

  /** What becomes of a question: it is answered, or its asker makes the next call. */
  private sealed interface Turn<V> {
    record Answered<V>(Optional<V> value) implements Turn<V> {}

    record Lead<V>() implements Turn<V> {}
  }

  private final int most;
  private final Lookup<K, V> lookup;
  private final Deque<Question<K, V>> waiting = new ArrayDeque<>();
  private boolean underWay;

  /**
   * @param most how many things one call can ask for
   */
  public Batch(int most, Lookup<K, V> lookup) {
    this.most = most;
    this.lookup = lookup;
  }

  /** What there is of a key. */
  public Optional<V> find(Operation operation, K key) {
    Question<K, V> question = new Question<>(key, new CompletableFuture<>());
    synchronized (this) {
      waiting.add(question);
      if (!underWay) {
        underWay = true;
        waiting.getFirst().turn().complete(new Turn.Lead<>());
      }
    }
    return question.turn().join() instanceof Turn.Answered<V> answered
        ? answered.value()
        : lead(operation, question);
  }

  /** How many questions wait for a call that is under way to end. */
  synchronized int waiting() {
    return waiting.size();
  }

  /** Makes the call for all who wait, and then lets the next one of them make theirs. */
  private Optional<V> lead(Operation operation, Question<K, V> own) {
    List<Question<K, V>> company = company(own);
    try {
      List<K> keys = company.stream().map(Question::key).distinct().toList();
      Map<K, V> found = lookup.find(operation, keys);
      company.forEach(
          question ->
              question
                  .turn()
                  .complete(new Turn.Answered<>(Optional.ofNullable(found.get(question.key())))));
      company.clear();
      return Optional.ofNullable(found.get(own.key()));
    } finally {
      passOn(company, own);
    }
  }

  private synchronized List<Question<K, V>> company(Question<K, V> own) {
    waiting.remove(own);
    List<Question<K, V>> company = new ArrayList<>(List.of(own));
    while (company.size() < most && !waiting.isEmpty()) {
      company.add(waiting.removeFirst());
    }
    return company;
  }

  /**
   * @param unanswered who shared a call that failed: the failure is the first one's, and tells of
   *     its resource, so the others ask again
   */
  private synchronized void passOn(List<Question<K, V>> unanswered, Question<K, V> own) {
    unanswered.stream().filter(question -> !question.equals(own)).forEach(waiting::addFirst);
    Question<K, V> next = waiting.peekFirst();
    underWay = next != null;
    if (next != null) {
      next.turn().complete(new Turn.Lead<>());
    }
  }
}
