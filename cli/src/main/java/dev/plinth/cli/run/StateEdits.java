/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.cli.run;

import dev.plinth.cli.env.CommandException;
import dev.plinth.cli.env.ExitCode;
import dev.plinth.engine.state.PendingOperation;
import dev.plinth.engine.state.ResourceState;
import dev.plinth.engine.state.Snapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Changes of a stack's state that a person asks for; the cloud is not asked. */
public final class StateEdits {
  private StateEdits() {}

  /**
   * The resource of a URN, or of a name that only one has.
   *
   * @throws CommandException when there is none, or more than one
   */
  public static ResourceState find(Snapshot snapshot, String wished) {
    List<ResourceState> found =
        snapshot.resources().stream().filter(state -> isMeant(state, wished)).toList();
    if (found.size() == 1) {
      return found.get(0);
    }
    throw new CommandException(
        ExitCode.INVALID,
        "state.no-such-resource",
        found.isEmpty()
            ? "the state has no resource " + wished
            : "the state has " + found.size() + " resources " + wished,
        "plinth state list shows the URNs.",
        null);
  }

  private static boolean isMeant(ResourceState state, String wished) {
    return state.urn().text().equals(wished) || state.urn().name().equals(wished);
  }

  /** Forgets a resource that nothing depends on. */
  public static Snapshot delete(Snapshot snapshot, String wished) {
    ResourceState condemned = find(snapshot, wished);
    if (condemned.protect()) {
      throw refusal(condemned.urn() + " is protected", "unprotect it first.");
    }
    List<ResourceState> rest = new ArrayList<>(snapshot.resources());
    rest.removeIf(state -> state.equals(condemned));
    boolean another = rest.stream().anyMatch(state -> state.urn().equals(condemned.urn()));
    List<String> users =
        rest.stream()
            .filter(state -> !another && state.references().contains(condemned.urn()))
            .map(state -> state.urn().text())
            .toList();
    if (!users.isEmpty()) {
      throw refusal(
          "the state has resources that depend on " + condemned.urn(),
          "delete these first: " + String.join(", ", users) + ".");
    }
    return snapshot.with(rest, snapshot.pendingOperations());
  }

  /**
   * Says what became of a create that was interrupted.
   *
   * @param id the resource's id; empty when it does not exist. The next run reads it.
   */
  public static Snapshot settle(Snapshot snapshot, String wished, Optional<String> id) {
    List<PendingOperation> operations = new ArrayList<>();
    boolean found = false;
    for (PendingOperation operation : snapshot.pendingOperations()) {
      if (operation.type() != PendingOperation.Type.CREATING
          || !isMeant(operation.resource(), wished)) {
        operations.add(operation);
        continue;
      }
      found = true;
      if (id.isPresent()) {
        ResourceState known = operation.resource().toBuilder().id(id.get()).build();
        operations.add(new PendingOperation(operation.type(), known, operation.intent()));
      }
    }
    if (!found) {
      throw refusal(
          "no create of " + wished + " is unfinished", "plinth state list shows what is.");
    }
    return snapshot.with(snapshot.resources(), operations);
  }

  private static CommandException refusal(String message, String remedy) {
    return new CommandException(ExitCode.INVALID, "state.refused", message, remedy, null);
  }
}
