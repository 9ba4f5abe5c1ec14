/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.engine.state.object;

import dev.plinth.engine.state.StateException;
import dev.plinth.engine.state.object.ObjectStore.Condition;

/**
 * Finds out whether a store honours conditions: one that ignores them would let two write at once,
 * and nobody would know.
 */
final class ConditionsProbe {
  private ConditionsProbe() {}

  /**
   * Tries both conditions where they do not hold.
   *
   * @param key an object that only we write, and that holds this content
   */
  static void require(ObjectStore store, String key, byte[] content) {
    if (store.put(key, content, new Condition.Absent()).isPresent()
        || store.put(key, content, new Condition.Unchanged("\"0\"")).isPresent()) {
      throw new StateException(
          "what keeps " + store.place(key) + " ignores conditional writes, so locks mean nothing",
          "use a store that honours If-None-Match and If-Match on PutObject, as S3 does",
          null);
    }
  }
}
