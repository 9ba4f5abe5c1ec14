/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.functions;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import java.util.Map;

/** Takes notifications, from the topic and from the queue. */
public final class NotificationHandler
    implements RequestHandler<Map<String, Object>, Map<String, Object>> {

  @Override
  public Map<String, Object> handleRequest(Map<String, Object> event, Context context) {
    return Batches.each(
        event,
        context.getLogger(),
        record -> {
          boolean queued = record.identifier().isPresent();
          context
              .getLogger()
              .log(queued ? "notification of the queue" : "notification of the topic");
        });
  }
}
