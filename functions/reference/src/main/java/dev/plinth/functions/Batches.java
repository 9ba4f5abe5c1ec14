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
    void on(SourceRecord record);
  }

  /**
   * Does the work for each record. One of a queue that fails does not stop the others; after one of
   * a stream the others come again anyway.
   *
   * @return the answer that lets a queue keep just the messages that failed, and a stream go on
   *     from the first record that did
   * @throws IllegalStateException if none was processed, for Lambda counts what is answered as a
   *     success, and alarms and the circuit breaker go by its errors; or if one failed that has no
   *     identifier, for only the whole event can be tried again
   */
  static Map<String, Object> each(Map<String, Object> event, LambdaLogger logger, Work work) {
    List<SourceRecord> records = recordsOf(event);
    List<Map<String, Object>> failures = new ArrayList<>();
    RuntimeException last = null;
    int worked = 0;
    for (SourceRecord record : records) {
      try {
        work.on(record);
        worked++;
      } catch (RuntimeException e) {
        logger.log("failed: " + record.identifier().orElse("a record") + " " + e);
        failures.add(failure(record, e));
        last = e;
        if (record.isOfStream()) {
          break;
        }
      }
    }
    if (last != null && worked == 0) {
      throw new IllegalStateException("none of " + records.size() + " records was processed", last);
    }
    return Map.of("batchItemFailures", failures);
  }

  private static List<SourceRecord> recordsOf(Map<String, Object> event) {
    List<SourceRecord> records = new ArrayList<>();
    if (event.get("Records") instanceof List<?> entries) {
      for (Object entry : entries) {
        if (entry instanceof Map<?, ?> fields) {
          records.add(new SourceRecord(fields));
        }
      }
    }
    return records;
  }

  private static Map<String, Object> failure(SourceRecord record, RuntimeException cause) {
    String identifier =
        record
            .identifier()
            .orElseThrow(
                () ->
                    new IllegalStateException(
                        "a record that cannot be asked for again was not processed", cause));
    return Map.of("itemIdentifier", identifier);
  }
}
