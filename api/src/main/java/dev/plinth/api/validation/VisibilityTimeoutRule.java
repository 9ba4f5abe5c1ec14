/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.api.validation;

import dev.plinth.api.computestack.ComputeStack;
import dev.plinth.api.computestack.QueueFeed;
import dev.plinth.api.computestack.StackFunction;
import dev.plinth.api.computestack.StackQueue;

/**
 * A message stays hidden until its consumer is done with it. Lambda refuses a mapping whose queue
 * shows messages again before the function has timed out; six times the timeout and the batching
 * window leave room for throttled batches.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-configure.html">Queue
 *     configuration</a>
 */
final class VisibilityTimeoutRule implements StackRule {

  @Override
  public void check(ComputeStack stack, Report report) {
    for (StackFunction function : stack.functions()) {
      for (QueueFeed feed : function.queues()) {
        stack.queue(feed.queue()).ifPresent(queue -> check(queue, function, report));
      }
    }
  }

  private static void check(StackQueue queue, StackFunction function, Report report) {
    String path = queue.path() + ".visibility_timeout_seconds";
    int wanted = queue.wantedVisibilitySeconds();
    if (queue.visibilitySeconds() >= wanted) {
      return;
    }
    String sentence =
        "messages of the queue are shown again after %d s, while %s may take %d s"
            .formatted(queue.visibilitySeconds(), function.id(), function.timeoutSeconds());
    String remedy = "set it to " + wanted + " or more, or leave it out.";
    if (queue.visibilitySeconds() < function.timeoutSeconds()) {
      report.error(
          "stack.visibility-timeout",
          path,
          sentence + ", so each would be processed twice; AWS Lambda refuses that.",
          remedy);
    } else {
      report.warning(
          "stack.visibility-timeout",
          path,
          sentence + ": AWS advises six times that and the batching window, for throttled batches.",
          remedy);
    }
  }
}
