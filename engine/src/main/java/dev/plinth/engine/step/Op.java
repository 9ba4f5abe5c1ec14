/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.engine.step;

import java.util.Arrays;

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
  DELETE_REPLACED("delete-replaced"),
  /** A resource that others manage is read. */
  READ("read"),
  /** A resource that others manage is read, in the place of one that was ours. */
  READ_REPLACEMENT("read-replacement"),
  /** A resource is read to find out whether it is still as the state has it. */
  REFRESH("refresh"),
  /** A resource that was only read is forgotten. */
  DISCARD("discard"),
  /** A resource that was only read is forgotten, because another has taken its place. */
  DISCARD_REPLACED("discard-replaced"),
  /** What was deleted ahead of a replacement that is no longer wanted is forgotten. */
  REMOVE_PENDING_REPLACE("remove-pending-replace"),
  /** A resource that exists already becomes the stack's. */
  IMPORT("import"),
  /** A resource that exists already becomes the stack's, in the place of another. */
  IMPORT_REPLACEMENT("import-replacement");

  private final String wireName;

  Op(String wireName) {
    this.wireName = wireName;
  }

  /**
   * The operation of a name.
   *
   * @throws IllegalArgumentException when there is none
   */
  public static Op ofWireName(String name) {
    return Arrays.stream(values())
        .filter(op -> op.wireName.equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("there is no operation " + name));
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
    return switch (this) {
      case SAME, CREATE, UPDATE, DELETE, REPLACE, READ, DISCARD, IMPORT -> true;
      case CREATE_REPLACEMENT,
          DELETE_REPLACED,
          READ_REPLACEMENT,
          REFRESH,
          DISCARD_REPLACED,
          REMOVE_PENDING_REPLACE,
          IMPORT_REPLACEMENT ->
          false;
    };
  }
}
