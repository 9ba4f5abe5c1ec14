/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.functions;

import com.amazonaws.services.lambda.runtime.LambdaLogger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Goes through the records of an event, and tells which of them failed. */
final class Batches {
  private Batches() {}

  /** What is done with one record. */
  @FunctionalInterface
  interface Work {
    void on(Map<?, ?> record);
  }

  /**
   * Does the work for each record. One that fails does not stop the others.
   *
   * @return the answer that lets a queue keep just the messages that failed
   * @throws IllegalStateException if all have failed, for Lambda counts what is answered as a
   *     success, and alarms and the circuit breaker go by its errors
   */
  static Map<String, Object> each(Map<String, Object> event, LambdaLogger logger, Work work) {
    List<Map<String, Object>> failures = new ArrayList<>();
    RuntimeException last = null;
    int worked = 0;
    if (event.get("Records") instanceof List<?> records) {
      for (Object entry : records) {
        if (entry instanceof Map<?, ?> record) {
          try {
            work.on(record);
            worked++;
          } catch (RuntimeException e) {
            logger.log("failed: " + record.get("messageId") + " " + e);
            failures.add(Map.of("itemIdentifier", String.valueOf(record.get("messageId"))));
            last = e;
          }
        }
      }
    }
    if (last != null && worked == 0) {
      throw new IllegalStateException("all " + failures.size() + " records failed", last);
    }
    return Map.of("batchItemFailures", failures);
  }
}
