/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.api.validation;

import dev.plinth.api.computestack.ComputeStack;
import dev.plinth.api.computestack.QueueFeed;
import dev.plinth.api.computestack.StackFunction;
import dev.plinth.api.manifest.FieldPath;

/**
 * Messages are gathered for a while where a batch may have more of them than one receive brings.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/lambda/latest/api/API_CreateEventSourceMapping.html">CreateEventSourceMapping</a>
 */
final class BatchingWindowRule implements StackRule {
  private static final int MOST_WITHOUT_WINDOW = 10;

  @Override
  public void check(ComputeStack stack, Report report) {
    for (StackFunction function : stack.functions()) {
      for (QueueFeed feed : function.queues()) {
        if (feed.batchSize() > MOST_WITHOUT_WINDOW && feed.windowSeconds() == 0) {
          report.error(
              "stack.batching-window",
              FieldPath.field(feed.path(), "batching_window_seconds"),
              "batching_window_seconds is 0 and batch_size %d, but AWS Lambda gathers more than %d messages only with a window of 1 s or more."
                  .formatted(feed.batchSize(), MOST_WITHOUT_WINDOW),
              "set it to 1 or more, or batch_size to %d or less.".formatted(MOST_WITHOUT_WINDOW));
        }
      }
    }
  }
}
