/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.engine.secret;

import java.util.Optional;

/**
 * Stands for a scheme that is not known here, such as a cloud's key service. The stack can be
 * loaded and written back, as long as nobody needs to see or to add a secret.
 */
final class ForeignSecretsManager implements SecretsManager {
  private final SecretsProviderState state;

  ForeignSecretsManager(SecretsProviderState state) {
    this.state = state;
  }

  @Override
  public Optional<SecretsProviderState> state() {
    return Optional.of(state);
  }

  @Override
  public String encrypt(String plaintext) {
    throw refusal();
  }

  @Override
  public String decrypt(String ciphertext) {
    throw refusal();
  }

  @Override
  public void requireAvailable() {
    throw refusal();
  }

  private SecretsException refusal() {
    return new SecretsException(
        "the stack's secrets are encrypted with the secrets provider "
            + state.type()
            + ", and only passphrase is supported",
        "run `pulumi stack change-secrets-provider passphrase` on the stack first",
        null);
  }
}
