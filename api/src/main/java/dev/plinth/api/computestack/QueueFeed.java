/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.api.computestack;

import dev.plinth.proto.computestack.QueueTrigger;

/**
 * A queue that a function works through.
 *
 * @param path where the manifest says so, or the function where it does not
 * @param defaultConcurrency the profile's limit
 */
public record QueueFeed(String path, QueueTrigger spec, int defaultConcurrency) {
  private static final int BATCH_SIZE = 10;
  private static final int WINDOW_SECONDS = 5;

  /** The queue's id. */
  public String queue() {
    return spec.getQueue();
  }

  /** Whether messages are taken from it. */
  public boolean enabled() {
    return !spec.hasEnabled() || spec.getEnabled();
  }

  /** Most messages of one invocation. */
  public int batchSize() {
    return spec.getBatchSize() > 0 ? spec.getBatchSize() : BATCH_SIZE;
  }

  /** How long to gather a batch. */
  public int windowSeconds() {
    return spec.hasBatchingWindowSeconds() ? spec.getBatchingWindowSeconds() : WINDOW_SECONDS;
  }

  /** Most invocations at once. */
  public int maximumConcurrency() {
    return spec.getMaximumConcurrency() > 0 ? spec.getMaximumConcurrency() : defaultConcurrency;
  }
}
