/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.engine.state.checkpoint;

import com.google.gson.Strictness;
import com.google.gson.stream.JsonWriter;
import java.io.Writer;

/** The one way that JSON is written here: no blanks, nothing escaped that need not be. */
final class CompactJson {
  private CompactJson() {}

  static JsonWriter writer(Writer out) {
    JsonWriter json = new JsonWriter(out);
    json.setStrictness(Strictness.STRICT);
    json.setHtmlSafe(false);
    return json;
  }
}
