/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.engine.provider;

import dev.plinth.engine.urn.Urn;

/** Whoever runs a provider, as far as the provider may tell it something. */
@FunctionalInterface
public interface ProviderHost {
  /** Nobody listens. */
  ProviderHost SILENT = (urn, message, remedy) -> {};

  /**
   * Tells the user what did not fail, but should be known: something was taken over, or is left.
   *
   * @param urn the resource that it is about
   * @param remedy what the user can do about it, in a sentence
   */
  void warn(Urn urn, String message, String remedy);
}
