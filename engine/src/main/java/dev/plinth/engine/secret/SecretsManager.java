/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.engine.secret;

import java.util.Optional;

/**
 * Encrypts and decrypts the secret values of one stack. Safe for use by several threads.
 *
 * <p>Every method but {@link #state} throws {@link SecretsException} when there is no key, or the
 * wrong one.
 */
public interface SecretsManager {

  /** What to store beside the ciphertexts; empty until something was encrypted. */
  Optional<SecretsProviderState> state();

  /** Encrypts a text; no two results are equal, also for the same text. */
  String encrypt(String plaintext);

  /** Decrypts what {@link #encrypt} made, in this run or in another. */
  String decrypt(String ciphertext);

  /**
   * Makes sure that the other methods will work, so that a run with secrets can be refused before
   * its first step rather than when its state is saved.
   */
  void requireAvailable();
}
