/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.apigatewayv2;

import dev.plinth.engine.value.PropertyMap;
import java.util.Map;
import java.util.TreeMap;

/** Maps as API Gateway's updates want them: what is to go is sent with an empty value. */
final class Cleared {
  private Cleared() {}

  static Map<String, String> entries(PropertyMap before, PropertyMap after, String name) {
    Map<String, String> entries = new TreeMap<>();
    before.textMap(name).orElse(Map.of()).keySet().forEach(key -> entries.put(key, ""));
    entries.putAll(after.textMap(name).orElse(Map.of()));
    return entries;
  }
}
