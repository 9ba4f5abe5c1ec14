/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.api.computestack;

import dev.plinth.proto.computestack.Queue;

/**
 * A queue and its dead-letter queue.
 *
 * @param id what the manifest calls it
 * @param path where the manifest describes it
 * @param name in AWS
 * @param wantedVisibilitySeconds six times the longest timeout of its consumers and their batching
 *     window, as AWS advises
 */
public record StackQueue(
    String id, String path, String name, Queue spec, int wantedVisibilitySeconds) {
  private static final int FOUR_DAYS = 345_600;
  private static final int FOURTEEN_DAYS = 1_209_600;
  private static final int MAX_RECEIVE_COUNT = 5;
  private static final int LONGEST_WAIT = 20;

  /** Name of the dead-letter queue in AWS. */
  public String dlqName() {
    return name + "-dlq";
  }

  /** How long a message that was received stays hidden. */
  public int visibilitySeconds() {
    return spec.getVisibilityTimeoutSeconds() > 0
        ? spec.getVisibilityTimeoutSeconds()
        : wantedVisibilitySeconds;
  }

  /** How long a message is kept. */
  public int retentionSeconds() {
    return spec.getRetentionSeconds() > 0 ? spec.getRetentionSeconds() : FOUR_DAYS;
  }

  /** How long the dead-letter queue keeps a message, counted from when it was first sent. */
  public int dlqRetentionSeconds() {
    return spec.getDlqRetentionSeconds() > 0 ? spec.getDlqRetentionSeconds() : FOURTEEN_DAYS;
  }

  /** Receives after which a message goes to the dead-letter queue. */
  public int maxReceiveCount() {
    return spec.getMaxReceiveCount() > 0 ? spec.getMaxReceiveCount() : MAX_RECEIVE_COUNT;
  }

  /** Delay of each message. */
  public int delaySeconds() {
    return spec.getDelaySeconds();
  }

  /** How long a receive waits for a message. */
  public int receiveWaitSeconds() {
    return spec.hasReceiveWaitSeconds() ? spec.getReceiveWaitSeconds() : LONGEST_WAIT;
  }
}
