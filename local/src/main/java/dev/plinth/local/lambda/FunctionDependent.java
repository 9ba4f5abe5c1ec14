/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.local.lambda;

/** What belongs to a function and goes with it; told while the folder is locked. */
interface FunctionDependent {
  void functionDeleted(String function);

  /** A version or an alias is gone. */
  void qualifierDeleted(String function, String qualifier);

  /** Refuses if a version cannot be deleted because something needs it. */
  default void requireVersionFree(String function, String version) {}
}
