/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.state;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

/** Makes many requests, several at once, and waits for all of their answers. */
final class AtOnce {
  /** Each is mostly waiting; a client has connections for more. */
  static final int MOST = 16;

  private AtOnce() {}

  /**
   * The answers, in the order of what was asked. An interrupt is left for the caller to find.
   *
   * <p>Throws what the first request threw that failed.
   */
  static <K, V> List<V> all(List<K> asked, Function<K, V> request) {
    if (asked.size() < 2) {
      return asked.stream().map(request).toList();
    }
    ExecutorService threads =
        Executors.newFixedThreadPool(Math.min(MOST, asked.size()), AtOnce::thread);
    try {
      List<CompletableFuture<V>> answers =
          asked.stream()
              .map(key -> CompletableFuture.supplyAsync(() -> request.apply(key), threads))
              .toList();
      return answers.stream().map(AtOnce::answer).toList();
    } finally {
      threads.shutdownNow();
    }
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "plinth-state");
    thread.setDaemon(true);
    return thread;
  }

  private static <V> V answer(CompletableFuture<V> future) {
    try {
      return future.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw e;
    }
  }
}
