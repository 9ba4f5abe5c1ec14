/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.api.manifest;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/**
 * The entries of a mapping by key, after those that cannot be used were reported. What a merge key
 * ({@code <<}) brings was added by the parser before.
 */
final class Entries {
  private Entries() {}

  /** One entry; the key is a scalar, whatever its type. */
  record Entry(String key, Node keyNode, Node value) {}

  /**
   * Reads a mapping.
   *
   * @param path of the mapping
   * @param pathOf makes the path of an entry from its key
   */
  static List<Entry> of(
      MappingNode mapping, String path, UnaryOperator<String> pathOf, BindingContext context) {
    Map<String, Entry> entries = new LinkedHashMap<>();
    for (NodeTuple tuple : mapping.getValue()) {
      if (tuple.getKeyNode() instanceof ScalarNode key
          && !Nodes.isNull(key)
          && Utf8.isEncodable(key.getValue())) {
        Entry entry = new Entry(key.getValue(), key, tuple.getValueNode());
        Entry first = entries.putIfAbsent(entry.key(), entry);
        if (first != null) {
          rejectDuplicate(entry, first, pathOf, context);
        }
      } else {
        context.report(
            "manifest.bad-key",
            tuple.getKeyNode(),
            path,
            "a key is " + Nodes.describe(tuple.getKeyNode()) + ", but must be a name.",
            "write the key as a plain word.");
      }
    }
    return List.copyOf(entries.values());
  }

  private static void rejectDuplicate(
      Entry entry, Entry first, UnaryOperator<String> pathOf, BindingContext context) {
    int line = context.locate(first.keyNode()).line();
    context.reject(
        "manifest.duplicate-key",
        entry.keyNode(),
        pathOf.apply(entry.key()),
        entry.key() + " is given twice; first in line " + line + ".",
        "keep one of the two.");
  }
}
