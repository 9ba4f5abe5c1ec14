/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.functions;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.util.Map;

/** Takes the events of S3, and the last step of the data pipeline. */
public final class FileProcessor
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
        record -> context.getLogger().log("object " + record.fields().get("eventName")));
  }
}
