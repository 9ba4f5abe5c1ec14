/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.engine.secret;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Makes the secrets manager of a stack. For one stored state there is one manager, so that its key
 * is derived once however often the stack is loaded.
 */
public final class SecretsProviders {
  private final Passphrase passphrase;
  private final Map<SecretsProviderState, SecretsManager> managers = new ConcurrentHashMap<>();

  /**
   * @param environment the environment variables, of which the passphrase is one
   */
  public SecretsProviders(Map<String, String> environment) {
    passphrase = new Passphrase(environment);
  }

  /**
   * A manager for a stack that has no secrets yet: the passphrase scheme, with a salt of its own.
   */
  public SecretsManager create() {
    return new PassphraseSecretsManager(passphrase);
  }

  /**
   * The manager for what a stack has stored. Never fails: where it cannot decrypt, it says so when
   * it is asked to.
   */
  public SecretsManager of(SecretsProviderState state) {
    return managers.computeIfAbsent(state, this::open);
  }

  /** The manager for what a stack has stored, or a new one. */
  public SecretsManager of(Optional<SecretsProviderState> state) {
    return state.map(this::of).orElseGet(this::create);
  }

  private SecretsManager open(SecretsProviderState state) {
    return state.type().equals(PassphraseSecretsManager.TYPE)
        ? new PassphraseSecretsManager(passphrase, state)
        : new ForeignSecretsManager(state);
  }
}
