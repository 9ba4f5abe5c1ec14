/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.schema;

/** The kinds of value that a property takes. */
public enum Kind {
  STRING("a string"),
  INTEGER("a whole number"),
  NUMBER("a number"),
  BOOLEAN("a boolean"),
  LIST("a list"),
  MAP("a map"),
  OBJECT("an object"),
  ARCHIVE("an archive"),
  FILE("an asset or an archive");

  private final String article;

  Kind(String article) {
    this.article = article;
  }

  /** The kind with its article, for messages. */
  public String described() {
    return article;
  }
}
