/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.rules.asl;

/** How a state selects and makes data. */
enum QueryLanguage {
  JSON_PATH("JSONPath"),
  JSONATA("JSONata");

  private final String word;

  QueryLanguage(String word) {
    this.word = word;
  }

  /** The language that an object chooses, or the one of what it stands in. */
  static QueryLanguage of(Node node, QueryLanguage inherited) {
    String chosen = node.text("QueryLanguage");
    if (chosen == null) {
      return inherited;
    }
    for (QueryLanguage language : values()) {
      if (language.word.equals(chosen)) {
        return language;
      }
    }
    node.problem("QueryLanguage", "Value is not one of [JSONPath, JSONata]");
    return inherited;
  }
}
