/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.engine.state.move;

import dev.plinth.engine.state.ResourceState;
import dev.plinth.engine.state.ResourceStateBuilder;
import dev.plinth.engine.state.Snapshot;
import dev.plinth.engine.state.StackName;
import dev.plinth.engine.state.move.MoveRefusedException.Problem;
import dev.plinth.engine.urn.ProviderReference;
import dev.plinth.engine.urn.Urn;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The stack that resources come to, while they come. */
final class Destination {
  private final StackName name;
  private final Snapshot before;
  private final Urn root;
  private final List<ResourceState> resources;
  private final Set<Urn> taken = new HashSet<>();
  private final Map<String, ProviderReference> providers = new TreeMap<>();
  private final List<Problem> problems;

  Destination(StackName name, Snapshot before, List<Problem> problems) {
    this.name = name;
    this.before = before;
    this.problems = problems;
    this.root = Urn.ofRootStack(name.stack(), name.project());
    this.resources = new ArrayList<>(before.resources());
    before.resources().stream()
        .filter(state -> !state.delete())
        .forEach(state -> taken.add(state.urn()));
    if (!taken.contains(root)) {
      resources.add(0, ResourceState.builder(root).build());
    }
  }

  Snapshot snapshot() {
    return before.with(resources, before.pendingOperations());
  }

  /** What a resource is called here. */
  Urn rename(Urn urn) {
    return urn.in(name.stack(), name.project());
  }

  /**
   * Takes a provider in that a resource on its way uses. One that is configured alike serves as
   * well.
   */
  void addProvider(ResourceState provider) {
    Optional<Urn> parent = provider.parent().map(old -> root);
    ResourceState copy =
        provider.toBuilder().parent(Optional.empty()).build().renaming(this::rename).toBuilder()
            .parent(parent)
            .build();
    String id = copy.id().orElse("");
    Optional<ResourceState> there = live(copy.urn());
    ProviderReference own = new ProviderReference(copy.urn(), id);
    if (there.isEmpty()) {
      resources.add(copy);
      taken.add(copy.urn());
      providers.put(key(provider), own);
    } else if (there.get().id().equals(copy.id()) || sameInputs(there.get(), copy)) {
      providers.put(key(provider), new ProviderReference(copy.urn(), there.get().id().orElse("")));
    } else {
      problems.add(
          new Problem(
              "'" + name.stack() + "' has a provider " + copy.urn() + " with other inputs",
              "move the resources to a stack whose provider is configured alike: "
                  + String.join(", ", differing(there.get(), copy))
                  + " differ"));
    }
  }

  private static boolean sameInputs(ResourceState one, ResourceState other) {
    return one.inputs().equals(other.inputs());
  }

  private static List<String> differing(ResourceState one, ResourceState other) {
    Set<String> names = new TreeSet<>(one.inputs().names());
    names.addAll(other.inputs().names());
    return names.stream()
        .filter(name -> !one.inputs().get(name).equals(other.inputs().get(name)))
        .toList();
  }

  private static String key(ResourceState provider) {
    return new ProviderReference(provider.urn(), provider.id().orElse("")).toString();
  }

  /**
   * Takes a resource in.
   *
   * @param state without references to what stays
   * @param parentComes whether its parent comes too; else the stack becomes its parent
   * @return whether it was here already
   */
  boolean add(ResourceState state, boolean parentComes) {
    ResourceStateBuilder renamed = state.renaming(this::rename).toBuilder();
    state
        .provider()
        .map(old -> providers.get(old.toString()))
        .ifPresent(provider -> renamed.provider(Optional.of(provider)));
    if (!parentComes) {
      renamed.parent(state.parent().map(old -> root));
    }
    ResourceState copy = renamed.build();
    if (isHere(copy)) {
      return true;
    }
    if (!copy.delete() && !taken.add(copy.urn())) {
      problems.add(
          new Problem(
              "'" + name.stack() + "' has a resource " + copy.urn() + " already",
              "if it is the same one, take it out of one of the two with plinth state delete;"
                  + " if it is another, rename one of them in its program"));
    }
    resources.add(copy);
    return false;
  }

  private boolean isHere(ResourceState copy) {
    return before.resources().stream()
        .anyMatch(state -> state.urn().equals(copy.urn()) && state.equals(copy));
  }

  private Optional<ResourceState> live(Urn urn) {
    return before.resources().stream()
        .filter(state -> !state.delete() && state.urn().equals(urn))
        .findFirst();
  }
}
