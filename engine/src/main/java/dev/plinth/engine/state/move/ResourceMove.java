/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.engine.state.move;

import dev.plinth.engine.state.ResourceState;
import dev.plinth.engine.state.Snapshot;
import dev.plinth.engine.state.StackName;
import dev.plinth.engine.state.move.MoveRefusedException.Problem;
import dev.plinth.engine.urn.ProviderReference;
import dev.plinth.engine.urn.Urn;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Takes resources out of one stack's snapshot and puts them into another's, by the rules of {@code
 * pulumi state move}: children go with their parents; a resource whose parent stays becomes a child
 * of the stack; providers are copied; references between what stays and what leaves are cut.
 */
public final class ResourceMove {
  private final StackName from;
  private final Snapshot source;
  private final StackName to;
  private final Snapshot destination;
  private final List<Problem> problems = new ArrayList<>();

  /**
   * @param destination empty for a stack that is only being made
   */
  public ResourceMove(StackName from, Snapshot source, StackName to, Snapshot destination) {
    this.from = from;
    this.source = source;
    this.to = to;
    this.destination = destination;
  }

  /**
   * Works the move out.
   *
   * @param chosen resources of the source
   * @param includeParents whether the parents of those that were chosen move too
   * @throws MoveRefusedException with all that stands against it
   */
  public MovePlan plan(Set<Urn> chosen, boolean includeParents) {
    if (from.equals(to)) {
      refuse("'" + from.stack() + "' is both stacks", "give --dest another one");
    }
    requireSettled(from, source);
    requireSettled(to, destination);
    requireNoProvider(chosen);
    Set<Urn> moving = new Family(source.resources()).of(chosen, includeParents);
    if (moving.isEmpty()) {
      refuse("nothing is to be moved", "plinth state list shows what there is");
    }
    stopIfRefused();
    MovePlan plan = plan(moving);
    stopIfRefused();
    return plan;
  }

  private MovePlan plan(Set<Urn> moving) {
    Set<ProviderReference> used = usedProviders(moving);
    Set<Urn> going = new HashSet<>(moving);
    used.forEach(provider -> going.add(provider.urn()));
    Cut inSource = new Cut(moving::contains);
    Cut inDestination = new Cut(urn -> !going.contains(urn));
    Destination target = new Destination(to, destination, problems);
    List<ResourceState> rest = new ArrayList<>();
    List<Urn> moved = new ArrayList<>();
    List<Urn> arrived = new ArrayList<>();
    for (ResourceState state : source.resources()) {
      if (moving.contains(state.urn())) {
        moved.add(state.urn());
        boolean parentComes = state.parent().filter(moving::contains).isPresent();
        if (target.add(inDestination.in(state), parentComes)) {
          arrived.add(state.urn());
        }
        continue;
      }
      requireKeepsProvider(state, moving);
      rest.add(inSource.in(state));
      if (used.contains(new ProviderReference(state.urn(), state.id().orElse("")))) {
        target.addProvider(inDestination.in(state));
      }
    }
    return new MovePlan(
        source.with(rest, source.pendingOperations()),
        target.snapshot(),
        moved,
        arrived,
        inSource.references(),
        inDestination.references());
  }

  private Set<ProviderReference> usedProviders(Set<Urn> moving) {
    Set<ProviderReference> used = new HashSet<>();
    for (ResourceState state : source.resources()) {
      if (moving.contains(state.urn())) {
        state.provider().ifPresent(used::add);
      }
    }
    return used;
  }

  /** What became of an operation is asked by the stack that began it. */
  private void requireSettled(StackName name, Snapshot snapshot) {
    if (!snapshot.pendingOperations().isEmpty()) {
      refuse(
          "'" + name.stack() + "' has operations that were interrupted",
          "finish them first with plinth up or plinth refresh; plinth state list --stack "
              + name.stack()
              + " shows them");
    }
  }

  private void requireNoProvider(Set<Urn> chosen) {
    for (Urn urn : chosen) {
      if (ProviderReference.isProviderType(urn.type())) {
        refuse(urn + " is a provider", "name resources only; the providers that they use go along");
      }
    }
  }

  /** A provider that is a component's child leaves with it. */
  private void requireKeepsProvider(ResourceState state, Set<Urn> moving) {
    state
        .provider()
        .filter(provider -> moving.contains(provider.urn()))
        .ifPresent(
            provider ->
                refuse(
                    state.urn() + " stays, and its provider " + provider.urn() + " leaves",
                    "move it as well"));
  }

  private void refuse(String message, String remedy) {
    problems.add(new Problem(message, remedy));
  }

  private void stopIfRefused() {
    if (!problems.isEmpty()) {
      throw new MoveRefusedException(problems);
    }
  }
}
