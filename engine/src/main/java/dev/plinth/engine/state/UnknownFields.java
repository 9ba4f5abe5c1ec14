/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.engine.state;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Keys of a JSON object that this version of Plinth does not know, kept as they were read so that
 * they can be written back.
 *
 * @param json the JSON text of each value, by key, in the order of reading
 */
public record UnknownFields(Map<String, String> json) {
  private static final UnknownFields NONE = new UnknownFields(Map.of());

  public UnknownFields {
    json = Collections.unmodifiableMap(new LinkedHashMap<>(json));
  }

  public static UnknownFields none() {
    return NONE;
  }
}
