/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.functions;

import java.util.Map;
import java.util.Optional;

/**
 * A record of an event, as a queue, a stream or another source of Lambda writes it.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/lambda/latest/dg/kinesis-batchfailurereporting.html">Batch
 *     item failures of streams</a>
 */
record SourceRecord(Map<?, ?> fields) {

  /**
   * What its source wants to hear when it failed: the id of a message of a queue, the sequence
   * number of a record of a stream. Empty for what other sources send.
   */
  Optional<String> identifier() {
    if (isOf("kinesis")) {
      return text(part("kinesis"), "sequenceNumber");
    }
    return isOf("dynamodb") ? text(part("dynamodb"), "SequenceNumber") : text(fields, "messageId");
  }

  /** Whether it is of a stream, which goes on from the first record that failed. */
  boolean isOfStream() {
    return isOf("kinesis") || isOf("dynamodb");
  }

  /** Whether there is nothing in it to work on. */
  boolean isEmpty() {
    if (isOf("kinesis")) {
      return isBlank(part("kinesis"), "data");
    }
    return isOf("dynamodb")
        ? !(part("dynamodb").get("Keys") instanceof Map<?, ?> keys) || keys.isEmpty()
        : isBlank(fields, "body");
  }

  private boolean isOf(String source) {
    return fields.get(source) instanceof Map<?, ?>;
  }

  private Map<?, ?> part(String name) {
    return fields.get(name) instanceof Map<?, ?> part ? part : Map.of();
  }

  private static boolean isBlank(Map<?, ?> part, String name) {
    return text(part, name).filter(text -> !text.isBlank()).isEmpty();
  }

  private static Optional<String> text(Map<?, ?> part, String name) {
    return part.get(name) instanceof String text ? Optional.of(text) : Optional.empty();
  }
}
