/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.cli.render;

import com.google.gson.JsonObject;
import dev.plinth.engine.event.EngineEvent.Diagnostic;
import dev.plinth.engine.event.Severity;
import dev.plinth.engine.urn.Urn;

/**
 * A run's message with the fields of Pulumi's diagnostic event, and beside them ours: {@code
 * property}, {@code location}, {@code field} and {@code remedy}.
 */
final class MessageJson {
  private MessageJson() {}

  static JsonObject of(Diagnostic diagnostic, Origins origins) {
    JsonObject json = new JsonObject();
    diagnostic.urn().map(Urn::text).ifPresent(urn -> json.addProperty("urn", urn));
    String word = DiagnosticsText.word(diagnostic.severity());
    json.addProperty("prefix", diagnostic.severity() == Severity.INFO ? "" : word + ": ");
    json.addProperty("message", diagnostic.message());
    json.addProperty("severity", word);
    if (!diagnostic.property().isEmpty()) {
      json.addProperty("property", diagnostic.property());
    }
    origins
        .find(diagnostic)
        .ifPresent(
            found -> {
              json.addProperty("location", found.location().toString());
              json.addProperty("field", found.field());
            });
    diagnostic.remedy().ifPresent(remedy -> json.addProperty("remedy", remedy));
    return json;
  }
}
