/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.engine.state.checkpoint;

import dev.plinth.engine.secret.SecretsManager;
import dev.plinth.engine.value.PropertyValue;

/**
 * A secret as it stands in state. It is decrypted when somebody asks for its value, and written
 * back as it is by whoever encrypts with the same manager: this is what keeps a state file stable.
 */
record StoredSecret(String ciphertext, SecretsSlot slot) implements PropertyValue.SealedValue {

  @Override
  public PropertyValue open() {
    return PropertyReader.readPlain(slot.manager().decrypt(ciphertext));
  }

  boolean isOf(SecretsManager manager) {
    return slot.manager() == manager;
  }

  @Override
  public String toString() {
    return "[secret]";
  }
}
