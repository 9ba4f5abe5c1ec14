/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.engine.state;

import dev.plinth.engine.secret.SecretsProviderState;
import java.util.List;
import java.util.Optional;

/**
 * All that is known of a stack at one moment.
 *
 * @param secretsProvider how secret values are encrypted; empty while there are none
 * @param resources in dependency order: what a resource refers to stands before it
 * @param pendingOperations operations whose outcome is not known
 * @param unknownFields keys of the deployment that this version of Plinth does not know
 */
public record Snapshot(
    Optional<SecretsProviderState> secretsProvider,
    List<ResourceState> resources,
    List<PendingOperation> pendingOperations,
    UnknownFields unknownFields) {
  private static final Snapshot EMPTY = new Snapshot(Optional.empty(), List.of(), List.of());

  /** A snapshot made here, without unknown fields. */
  public Snapshot(
      Optional<SecretsProviderState> secretsProvider,
      List<ResourceState> resources,
      List<PendingOperation> pendingOperations) {
    this(secretsProvider, resources, pendingOperations, UnknownFields.none());
  }

  public Snapshot {
    resources = List.copyOf(resources);
    pendingOperations = List.copyOf(pendingOperations);
  }

  public static Snapshot empty() {
    return EMPTY;
  }

  /** The next snapshot of the same stack: other resources and operations, the rest kept. */
  public Snapshot with(List<ResourceState> resources, List<PendingOperation> pendingOperations) {
    return new Snapshot(secretsProvider, resources, pendingOperations, unknownFields);
  }
}
