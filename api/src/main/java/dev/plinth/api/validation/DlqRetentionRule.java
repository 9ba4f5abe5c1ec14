/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.api.validation;

import dev.plinth.api.computestack.ComputeStack;

/**
 * A dead-letter queue keeps messages longer than their source: their age is counted from when they
 * were first sent, so with less they could expire as they arrive.
 */
final class DlqRetentionRule implements StackRule {

  @Override
  public void check(ComputeStack stack, Report report) {
    stack.queues().stream()
        .filter(queue -> queue.dlqRetentionSeconds() <= queue.retentionSeconds())
        .forEach(
            queue ->
                report.error(
                    "stack.dlq-retention",
                    queue.path()
                        + (queue.spec().getDlqRetentionSeconds() > 0
                            ? ".dlq_retention_seconds"
                            : ".retention_seconds"),
                    "the dead-letter queue keeps messages %d s and the queue itself %d s, counted from when they were sent: a message could expire as it arrives there."
                        .formatted(queue.dlqRetentionSeconds(), queue.retentionSeconds()),
                    "make dlq_retention_seconds the larger of the two."));
  }
}
