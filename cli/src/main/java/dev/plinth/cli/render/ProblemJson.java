/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.cli.render;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.plinth.api.diagnostic.Diagnostic;
import java.util.List;

/** Findings about manifests, for programs. */
public final class ProblemJson {
  private ProblemJson() {}

  /**
   * An array of objects: {@code severity}, {@code code}, {@code file}, {@code line}, {@code
   * column}, {@code field}, {@code message}, {@code remedy}; what a finding lacks is left out.
   */
  public static String of(List<Diagnostic> diagnostics) {
    JsonArray array = new JsonArray();
    diagnostics.forEach(diagnostic -> array.add(object(diagnostic)));
    return JsonText.indented(array);
  }

  private static JsonObject object(Diagnostic diagnostic) {
    JsonObject json = new JsonObject();
    json.addProperty("severity", diagnostic.severity().word());
    json.addProperty("code", diagnostic.code());
    diagnostic
        .location()
        .ifPresent(
            place -> {
              json.addProperty("file", place.file());
              json.addProperty("line", place.line());
              json.addProperty("column", place.column());
            });
    addUnlessEmpty(json, "field", diagnostic.fieldPath());
    json.addProperty("message", diagnostic.message());
    addUnlessEmpty(json, "remedy", diagnostic.remedy());
    return json;
  }

  private static void addUnlessEmpty(JsonObject json, String key, String value) {
    if (!value.isEmpty()) {
      json.addProperty(key, value);
    }
  }
}
