/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.api.computestack;

/**
 * Sorts of resources whose names follow from what a manifest calls its parts, with the longest name
 * that AWS takes.
 */
public enum ResourceSort {
  /** Runs code. */
  FUNCTION("Lambda function", 64),
  /** What may be done. */
  ROLE("IAM role", 64),
  /** Holds messages. */
  QUEUE("SQS queue", 80),
  /** Picks events of a bus. */
  RULE("EventBridge rule", 64),
  /** Starts a function by the clock. */
  SCHEDULE("schedule", 64),
  /** Runs steps. */
  STATE_MACHINE("state machine", 80),
  /** Watches a metric. */
  ALARM("alarm", 255),
  /** Counts events of a log group. */
  METRIC_FILTER("metric filter", 512),
  /** Keeps what was logged. */
  LOG_GROUP("log group", 512),
  /** Lets a service call a function. */
  PERMISSION("permission", 100),
  /** Feeds a function from a queue or a stream; AWS gives it an id. */
  MAPPING("event source mapping", 64),
  /** Takes what a topic says; AWS gives it an ARN. */
  SUBSCRIPTION("subscription", 64),
  /** Holds code of a function. */
  CODE_OBJECT("archive of code", 1024);

  private final String words;
  private final int longestName;

  ResourceSort(String words, int longestName) {
    this.words = words;
    this.longestName = longestName;
  }

  /** As a sentence calls one. */
  public String words() {
    return words;
  }

  /** The characters that AWS takes for its name. */
  public int longestName() {
    return longestName;
  }
}
