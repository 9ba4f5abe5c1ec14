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
  private final Map<Urn, Urn> claimedAs = new HashMap<>();
  private final Set<Urn> replaced = new HashSet<>();
  private final Map<Urn, CompletableFuture<Void>> deletedAhead = new HashMap<>();

  /**
   * Takes a URN for a registration.
   *
   * @throws ProviderException when the program has registered it already
   */
  synchronized void claim(Urn urn) {
    Urn renamed = claimedAs.get(urn);
    if (renamed != null) {
      throw new ProviderException(
          "the URN '" + urn + "' is an alias of " + renamed + ", which this run has registered",
          "take the alias out, or give one of the two another name",
          null);
    }
    if (!claimed.add(urn)) {
      throw new ProviderException(
          "Duplicate resource URN '" + urn + "'; try giving it a unique name");
    }
  }

  /**
   * Takes a former name for a registration.
   *
   * @throws ProviderException when it is the name, or the former name, of another resource
   */
  synchronized void claimAlias(Urn alias, Urn urn) {
    Urn other = claimed.contains(alias) ? alias : claimedAs.get(alias);
    if (other != null) {
      throw new ProviderException(
          "the alias '" + alias + "' belongs to " + other + " already",
          "take the alias out of one of the two resources",
          null);
    }
    claimedAs.put(alias, urn);
  }

  synchronized void markReplaced(Urn urn) {
    replaced.add(urn);
  }

  /** Whether this run has replaced a resource, or is about to. */
  synchronized boolean isReplaced(Urn urn) {
    return replaced.contains(urn);
  }

  synchronized boolean isClaimed(Urn urn) {
    return claimed.contains(urn) || claimedAs.containsKey(urn);
  }

  /** Tries to take an unregistered resource for deletion; its registration will wait for that. */
  synchronized boolean beginDeletingAhead(Urn urn) {
    if (isClaimed(urn) || deletedAhead.containsKey(urn)) {
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

  /** Returns when no deletion of a resource ahead of its replacement is under way. */
  void awaitDeletionAhead(Urn urn) {
    CompletableFuture<Void> deletion;
    synchronized (this) {
      deletion = deletedAhead.get(urn);
    }
    if (deletion != null) {
      deletion.join();
    }
  }
}
