/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.engine.deploy;

import dev.plinth.engine.provider.DeleteRequest;
import dev.plinth.engine.provider.DiffRequest;
import dev.plinth.engine.provider.ProviderException;
import dev.plinth.engine.state.ResourceState;
import dev.plinth.engine.step.Op;
import dev.plinth.engine.urn.ProviderReference;
import dev.plinth.engine.urn.Urn;
import dev.plinth.engine.value.PropertyMap;
import dev.plinth.engine.value.PropertyPath;
import dev.plinth.engine.value.PropertyValue;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The old half of a replacement that must go before the new one can come. */
final class Replacement {
  private final StackIndex base;
  private final Registrations registrations;
  private final ProviderRegistry providers;
  private final StepRunner steps;
  private final Scope scope;
  private final boolean preview;

  /** What is left in the state of a resource that was deleted ahead, by URN. */
  private final Map<Urn, ResourceState> leftovers = new ConcurrentHashMap<>();

  Replacement(
      StackIndex base,
      Registrations registrations,
      ProviderRegistry providers,
      StepRunner steps,
      Scope scope,
      boolean preview) {
    this.scope = scope;
    this.base = base;
    this.registrations = registrations;
    this.providers = providers;
    this.steps = steps;
    this.preview = preview;
  }

  /**
   * Delete before create: deletes the resource, and before it every dependent that cannot live
   * without it.
   *
   * @return what is left of it in the state until its replacement exists
   */
  ResourceState deleteAhead(ResourceState old) {
    registrations.markReplaced(old.urn());
    List<ResourceState> dependents = dependentsToReplace(old);
    try {
      dependents.forEach(dependent -> registrations.markReplaced(dependent.urn()));
      for (int i = dependents.size() - 1; i >= 0; i--) {
        delete(dependents.get(i));
      }
      return delete(old);
    } finally {
      dependents.forEach(dependent -> registrations.finishDeletingAhead(dependent.urn()));
    }
  }

  /** Whether this run has deleted a resource ahead of its replacement. */
  boolean hasDeleted(Urn urn) {
    return leftovers.containsKey(urn);
  }

  /** What is left of a resource that was deleted ahead, in this run or in an earlier one. */
  ResourceState leftOf(ResourceState old) {
    return leftovers.getOrDefault(old.urn(), old);
  }

  private ResourceState delete(ResourceState old) {
    ResourceState left = old.toBuilder().pendingReplacement(true).build();
    steps.delete(Op.DELETE_REPLACED, old, () -> callDelete(old), Optional.of(left));
    leftovers.put(old.urn(), left);
    return left;
  }

  private void callDelete(ResourceState old) {
    if (preview || old.retainOnDelete() || ProviderReference.isProviderType(old.type())) {
      return;
    }
    ProviderReference reference = old.provider().orElseThrow();
    providers
        .get(reference)
        .provider()
        .delete(
            new DeleteRequest(
                old.urn(),
                old.id().orElse(""),
                old.inputs(),
                old.outputs(),
                old.customTimeouts().delete()));
  }

  private List<ResourceState> dependentsToReplace(ResourceState old) {
    Set<Urn> members = new HashSet<>();
    members.add(old.urn());
    List<ResourceState> joined = new ArrayList<>();
    for (ResourceState candidate : base.dependentsOf(old.urn())) {
      if (!candidate.custom() || candidate.external() || !mustJoin(candidate, members)) {
        continue;
      }
      if (candidate.protect()) {
        throw new ProviderException(
            candidate.urn() + " is protected and would have to be replaced with " + old.urn(),
            "take the change back, or unprotect the resource first",
            null);
      }
      if (!scope.includes(candidate.urn(), true, candidate.references())) {
        throw new ProviderException(
            candidate.urn()
                + " would have to be replaced with "
                + old.urn()
                + ", and is not in this run",
            "add it to the targets, or give --target-dependents",
            null);
      }
      if (registrations.beginDeletingAhead(candidate.urn())) {
        members.add(candidate.urn());
        joined.add(candidate);
      }
    }
    return joined;
  }

  /** Whether losing these resources forces the candidate's own replacement. */
  private boolean mustJoin(ResourceState candidate, Set<Urn> members) {
    if (registrations.isClaimed(candidate.urn())) {
      return false;
    }
    if (candidate.provider().map(ProviderReference::urn).filter(members::contains).isPresent()
        || candidate.deletedWith().filter(members::contains).isPresent()) {
      return true;
    }
    if (ProviderReference.isProviderType(candidate.type())) {
      return false;
    }
    PropertyMap.Builder inputs = candidate.inputs().toBuilder();
    boolean affected = false;
    for (Map.Entry<String, List<Urn>> entry : candidate.propertyDependencies().entrySet()) {
      if (entry.getValue().stream().anyMatch(members::contains)) {
        affected = true;
        inputs.put(entry.getKey(), PropertyValue.Computed.INSTANCE);
      }
    }
    return affected && (forced(candidate, members) || replaces(candidate, inputs.build()));
  }

  /** Whether an affected property is one whose change the program has said to replace for. */
  private static boolean forced(ResourceState candidate, Set<Urn> members) {
    return candidate.propertyDependencies().entrySet().stream()
        .filter(entry -> entry.getValue().stream().anyMatch(members::contains))
        .map(entry -> PropertyPath.parse(entry.getKey()))
        .anyMatch(
            property ->
                candidate.replaceOnChanges().stream()
                    .filter(path -> !path.startsWith("#"))
                    .anyMatch(path -> ReplaceReasons.path(path).matches(property)));
  }

  private boolean replaces(ResourceState candidate, PropertyMap inputs) {
    return providers
        .get(candidate.provider().orElseThrow())
        .provider()
        .diff(
            new DiffRequest(
                candidate.urn(),
                candidate.id().orElse(""),
                candidate.inputs(),
                candidate.outputs(),
                inputs,
                candidate.ignoreChanges()))
        .requiresReplacement();
  }
}
