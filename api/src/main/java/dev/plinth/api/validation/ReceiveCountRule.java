/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.api.validation;

import dev.plinth.api.computestack.ComputeStack;
import dev.plinth.api.computestack.StackQueue;

/**
 * A message is received more than once before it is given up: a batch that Lambda throttles counts
 * as received, and with a limit on concurrency that is an everyday event.
 */
final class ReceiveCountRule implements StackRule {

  @Override
  public void check(ComputeStack stack, Report report) {
    stack.queues().stream()
        .filter(queue -> queue.maxReceiveCount() == 1 && isCapped(queue, stack))
        .forEach(
            queue ->
                report.error(
                    "stack.receive-count",
                    queue.path() + ".max_receive_count",
                    "max_receive_count is 1 and the concurrency of the consumer is limited:"
                        + " messages that are throttled once go straight to the dead-letter queue.",
                    "set it to 5 or more."));
  }

  private static boolean isCapped(StackQueue queue, ComputeStack stack) {
    return stack.functions().stream()
        .flatMap(function -> function.queues().stream())
        .anyMatch(feed -> feed.queue().equals(queue.id()));
  }
}
