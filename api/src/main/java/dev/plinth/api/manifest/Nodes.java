/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.api.manifest;

import dev.plinth.api.diagnostic.Quotation;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** What a YAML node is, in words that a person would use. */
final class Nodes {
  private Nodes() {}

  static boolean isNull(Node node) {
    return node instanceof ScalarNode && node.getTag().equals(Tag.NULL);
  }

  static boolean isText(Node node) {
    return node instanceof ScalarNode && node.getTag().equals(Tag.STR);
  }

  /** The node's sort and, for a scalar, its text. */
  static String describe(Node node) {
    if (node instanceof ScalarNode scalar && !isNull(node)) {
      String shown = Quotation.of(scalar.getValue());
      return isText(node) ? shown : sort(node).replaceFirst("^a ", "the ") + " " + shorten(scalar);
    }
    return sort(node);
  }

  /** The node's sort without any of its text, for values that must not be shown. */
  static String sort(Node node) {
    if (node instanceof MappingNode) {
      return "a mapping";
    }
    if (!(node instanceof ScalarNode)) {
      return "a list";
    }
    Tag tag = node.getTag();
    if (tag.equals(Tag.NULL)) {
      return "empty";
    }
    if (tag.equals(Tag.BOOL)) {
      return "a boolean";
    }
    if (tag.equals(Tag.INT) || tag.equals(Tag.FLOAT)) {
      return "a number";
    }
    return tag.equals(Tag.STR) ? "a text" : "a value with the tag " + tag.getValue();
  }

  private static String shorten(ScalarNode scalar) {
    String quoted = Quotation.of(scalar.getValue());
    return quoted.substring(1, quoted.length() - 1);
  }
}
