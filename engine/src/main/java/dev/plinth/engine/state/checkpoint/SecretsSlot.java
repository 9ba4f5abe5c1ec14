/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.engine.state.checkpoint;

import dev.plinth.engine.secret.SecretsManager;
import org.jspecify.annotations.Nullable;

/**
 * Where the secrets of a deployment find their manager. It is filled when the deployment has been
 * read to its end, since the secrets provider may stand behind the resources.
 */
final class SecretsSlot {
  private volatile @Nullable SecretsManager manager;

  void fill(SecretsManager value) {
    manager = value;
  }

  SecretsManager manager() {
    SecretsManager filled = manager;
    if (filled == null) {
      throw new IllegalStateException("a secret was opened while its deployment was being read");
    }
    return filled;
  }
}
