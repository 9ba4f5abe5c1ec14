/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.engine.value;

import dev.plinth.engine.value.PropertyValue.Computed;
import dev.plinth.engine.value.PropertyValue.OutputValue;
import dev.plinth.engine.value.PropertyValue.Secret;

/** Takes secret wrappers off, and turns output values into what they hold. */
final class RevealSecrets extends PropertyRewriter {
  static final RevealSecrets INSTANCE = new RevealSecrets();

  private RevealSecrets() {}

  @Override
  public PropertyValue visitSecret(Secret value) {
    return value.value().accept(this);
  }

  @Override
  public PropertyValue visitOutput(OutputValue value) {
    return value.value().map(inner -> inner.accept(this)).orElse(Computed.INSTANCE);
  }
}
