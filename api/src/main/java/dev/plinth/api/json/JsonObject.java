/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.api.json;

import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** Reads the JSON in texts of a manifest. JSON is YAML too, so the reader of manifests reads it. */
public final class JsonObject {
  private JsonObject() {}

  /** The members of an object; empty when the text is none. */
  public static Optional<Map<?, ?>> read(String text) {
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
