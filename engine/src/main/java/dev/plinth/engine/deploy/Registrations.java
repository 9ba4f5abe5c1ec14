/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.engine.deploy;

import dev.plinth.engine.provider.ProviderException;
import dev.plinth.engine.urn.Urn;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/** Which resources this run has met, and which it has deleted ahead of their replacement. */
final class Registrations {
  private final Set<Urn> claimed = new HashSet<>();
  private final Map<Urn, CompletableFuture<Void>> deletedAhead = new HashMap<>();

  /**
   * Takes a URN for a registration.
   *
   * @throws ProviderException when the program has registered it already
   */
  synchronized void claim(Urn urn) {
    if (!claimed.add(urn)) {
      throw new ProviderException(
          "Duplicate resource URN '" + urn + "'; try giving it a unique name");
    }
  }

  synchronized boolean isClaimed(Urn urn) {
    return claimed.contains(urn);
  }

  /** Tries to take an unregistered resource for deletion; its registration will wait for that. */
  synchronized boolean beginDeletingAhead(Urn urn) {
    if (claimed.contains(urn) || deletedAhead.containsKey(urn)) {
      return false;
    }
    deletedAhead.put(urn, new CompletableFuture<>());
    return true;
  }

  synchronized void finishDeletingAhead(Urn urn) {
    CompletableFuture<Void> done = deletedAhead.get(urn);
    if (done != null) {
      done.complete(null);
    }
  }

  /** Whether a resource was deleted ahead of its replacement; waits while that is under way. */
  boolean wasDeletedAhead(Urn urn) {
    CompletableFuture<Void> deletion;
    synchronized (this) {
      deletion = deletedAhead.get(urn);
    }
    if (deletion == null) {
      return false;
    }
    deletion.join();
    return true;
  }
}
