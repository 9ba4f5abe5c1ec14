/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.api.validation;

import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** Reads the JSON in texts of a manifest. JSON is YAML too, so the reader of manifests reads it. */
final class JsonTexts {
  private JsonTexts() {}

  /** The members of a JSON object; empty when the text is none. */
  static Optional<Map<?, ?>> object(String text) {
    if (!text.strip().startsWith("{")) {
      return Optional.empty();
    }
    try {
      return new Load(LoadSettings.builder().build()).loadFromString(text)
              instanceof Map<?, ?> members
          ? Optional.of(members)
          : Optional.empty();
    } catch (YamlEngineException e) {
      return Optional.empty();
    }
  }
}
