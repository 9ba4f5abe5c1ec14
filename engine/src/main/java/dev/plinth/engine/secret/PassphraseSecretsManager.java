/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.engine.secret;

import java.security.SecureRandom;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import org.jspecify.annotations.Nullable;

/** Pulumi's passphrase scheme. The key is derived when it is first needed, and then kept. */
final class PassphraseSecretsManager implements SecretsManager {
  static final String TYPE = "passphrase";

  private final Passphrase passphrase;
  private volatile @Nullable SecretsProviderState state;
  private volatile @Nullable PassphraseCipher cipher;

  /** Why there is no cipher: kept, since finding out once is slow enough. */
  private @Nullable SecretsException refusal;

  /** A manager that chooses a salt when it first encrypts. */
  PassphraseSecretsManager(Passphrase passphrase) {
    this.passphrase = passphrase;
  }

  /** A manager for what was encrypted earlier. */
  PassphraseSecretsManager(Passphrase passphrase, SecretsProviderState state) {
    this.passphrase = passphrase;
    this.state = state;
  }

  @Override
  public Optional<SecretsProviderState> state() {
    return Optional.ofNullable(state);
  }

  @Override
  public String encrypt(String plaintext) {
    return cipher().encrypt(plaintext);
  }

  @Override
  public String decrypt(String ciphertext) {
    try {
      return cipher().decrypt(ciphertext);
    } catch (AEADBadTagException | IllegalArgumentException e) {
      // The passphrase is proven by the salt, so it is the ciphertext that is wrong.
      throw new SecretsException(
          "a secret in the stack's state is damaged: it does not decrypt with the stack's own key",
          "restore the state from its .bak file or from a backup",
          null);
    }
  }

  /**
   * For a stack without secrets so far, that a passphrase is there; else that it is the right one.
   */
  @Override
  public void requireAvailable() {
    if (state == null) {
      passphrase.read();
    } else {
      cipher();
    }
  }

  private PassphraseCipher cipher() {
    PassphraseCipher ready = cipher;
    return ready != null ? ready : deriveOnce();
  }

  private synchronized PassphraseCipher deriveOnce() {
    PassphraseCipher ready = cipher;
    if (ready != null) {
      return ready;
    }
    if (refusal != null) {
      throw refusal;
    }
    try {
      SecretsProviderState stored = state;
      ready = stored == null ? begin() : resume(stored);
    } catch (SecretsException e) {
      refusal = e;
      throw e;
    }
    cipher = ready;
    return ready;
  }

  private PassphraseCipher begin() {
    SecureRandom random = new SecureRandom();
    byte[] salt = new byte[PassphraseSalt.SALT_BYTES];
    random.nextBytes(salt);
    PassphraseCipher begun = PassphraseCipher.derive(passphrase.read(), salt, random);
    state = PassphraseSalt.of(salt, begun.encrypt(PassphraseSalt.PROVEN_WORD)).toState();
    return begun;
  }

  private PassphraseCipher resume(SecretsProviderState stored) {
    try {
      PassphraseSalt salt = PassphraseSalt.parse(stored);
      PassphraseCipher derived =
          PassphraseCipher.derive(passphrase.read(), salt.bytes(), new SecureRandom());
      if (derived.decrypt(salt.proof()).equals(PassphraseSalt.PROVEN_WORD)) {
        return derived;
      }
    } catch (IllegalArgumentException e) {
      throw new SecretsException(
          "the salt of the stack's secrets provider is damaged",
          "restore the state from its .bak file or from a backup",
          null);
    } catch (AEADBadTagException e) {
      // Falls through: another passphrase gives another key.
    }
    throw new SecretsException(
        "the passphrase is not the one that the stack's secrets are encrypted with",
        "set "
            + Passphrase.VARIABLE
            + " or "
            + Passphrase.FILE_VARIABLE
            + " to the passphrase that the stack was first deployed with",
        null);
  }
}
