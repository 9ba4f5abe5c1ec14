/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.sqs;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import dev.plinth.aws.document.JsonDocument;

/** A queue's redrive policies, whose numbers SQS may give back as text or the other way round. */
final class QueueDocuments {
  private QueueDocuments() {}

  static boolean same(String left, String right) {
    return JsonDocument.same(left, right)
        || (!left.isEmpty() && JsonDocument.same(texts(left), texts(right)));
  }

  /** The document with every number as text. */
  private static String texts(String document) {
    return JsonDocument.parse(document)
        .filter(JsonElement::isJsonObject)
        .map(
            object -> {
              JsonObject texts = new JsonObject();
              object
                  .getAsJsonObject()
                  .asMap()
                  .forEach(
                      (name, value) ->
                          texts.add(
                              name,
                              value.isJsonPrimitive()
                                  ? new JsonPrimitive(value.getAsString())
                                  : value));
              return texts.toString();
            })
        .orElse(document);
  }
}
