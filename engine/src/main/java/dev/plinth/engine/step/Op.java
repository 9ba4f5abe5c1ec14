/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.engine.step;

/** One operation on one resource. */
public enum Op {
  /** Nothing changes. */
  SAME("same"),
  /** A resource comes to be. */
  CREATE("create"),
  /** A resource changes in place. */
  UPDATE("update"),
  /** A resource that the program no longer has goes. */
  DELETE("delete"),
  /** Stands for a whole replacement; the two that follow do it. */
  REPLACE("replace"),
  /** The new resource of a replacement comes to be. */
  CREATE_REPLACEMENT("create-replacement"),
  /** The old resource of a replacement goes. */
  DELETE_REPLACED("delete-replaced");

  private final String wireName;

  Op(String wireName) {
    this.wireName = wireName;
  }

  /** Pulumi's name of the operation. */
  public String wireName() {
    return wireName;
  }

  /**
   * Whether a person would count the step: a replacement counts once, as {@link #REPLACE}, and not
   * again for its two halves.
   */
  public boolean isLogical() {
    return this != CREATE_REPLACEMENT && this != DELETE_REPLACED;
  }
}
