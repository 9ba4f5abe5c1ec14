/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.local.sns;

import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;

/** Whether a text is a JSON object, which most of SNS's documents are. */
final class JsonText {
  private JsonText() {}

  static boolean isObject(String text) {
    try {
      return JsonParser.parseString(text).isJsonObject();
    } catch (JsonParseException e) {
      return false;
    }
  }
}
