/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.call;

/** Takes what the user should know of an operation, though it did not fail. */
@FunctionalInterface
public interface Notices {
  /** Nobody is told. */
  Notices NONE = (message, remedy) -> {};

  /**
   * Tells.
   *
   * @param remedy what the user can do about it, in a sentence
   */
  void tell(String message, String remedy);
}
