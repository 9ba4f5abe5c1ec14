/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.functions;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.util.Map;

/**
 * Takes the messages of a queue and the records of a stream, of which it refuses those that are
 * empty, and the steps of the data pipeline.
 */
public final class DataProcessor
    implements RequestHandler<Map<String, Object>, Map<String, Object>> {

  @Override
  public Map<String, Object> handleRequest(Map<String, Object> event, Context context) {
    if (event.containsKey("stage")) {
      context.getLogger().log("pipeline stage " + event.get("stage"));
      return Map.of("stage", String.valueOf(event.get("stage")), "done", true);
    }
    return Batches.each(
        event,
        context.getLogger(),
        record -> {
          if (record.isEmpty()) {
            throw new IllegalArgumentException("the record is empty");
          }
          context.getLogger().log("processed " + record.identifier().orElse("a record"));
        });
  }
}
