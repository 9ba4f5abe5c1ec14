/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.engine.state;

import dev.plinth.engine.urn.ProviderReference;
import dev.plinth.engine.urn.Urn;
import dev.plinth.engine.value.PropertyMap;
import dev.plinth.engine.value.PropertyValue;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * One resource as the state has it. The components are the keys of Pulumi's deployment JSON,
 * version 3.
 *
 * @param custom whether a provider manages it; false for a component
 * @param delete whether it was replaced and still waits to be deleted
 * @param id the provider's id; empty for a component
 * @param external whether it was only read, and is not ours to change
 * @param pendingReplacement whether it was deleted to be replaced and the replacement is to come
 * @param deletedWith the resource whose deletion takes this one with it
 * @param importId the id under which an existing resource was taken over
 * @param replacementTrigger the value whose change replaces it
 * @param unknownFields keys that this version of Plinth does not know, kept as they were
 */
public record ResourceState(
    Urn urn,
    boolean custom,
    boolean delete,
    Optional<String> id,
    PropertyMap inputs,
    PropertyMap outputs,
    Optional<Urn> parent,
    boolean protect,
    boolean external,
    List<Urn> dependencies,
    List<String> initErrors,
    Optional<ProviderReference> provider,
    Map<String, List<Urn>> propertyDependencies,
    boolean pendingReplacement,
    List<String> additionalSecretOutputs,
    CustomTimeouts customTimeouts,
    boolean retainOnDelete,
    Optional<Urn> deletedWith,
    Optional<Instant> created,
    Optional<Instant> modified,
    List<String> ignoreChanges,
    List<String> replaceOnChanges,
    Optional<String> importId,
    Optional<PropertyValue> replacementTrigger,
    UnknownFields unknownFields) {

  public ResourceState {
    dependencies = List.copyOf(dependencies);
    initErrors = List.copyOf(initErrors);
    propertyDependencies = copyOf(propertyDependencies);
    additionalSecretOutputs = List.copyOf(additionalSecretOutputs);
    ignoreChanges = List.copyOf(ignoreChanges);
    replaceOnChanges = List.copyOf(replaceOnChanges);
  }

  private static Map<String, List<Urn>> copyOf(Map<String, List<Urn>> byProperty) {
    TreeMap<String, List<Urn>> copy = new TreeMap<>();
    byProperty.forEach((property, urns) -> copy.put(property, List.copyOf(urns)));
    return Collections.unmodifiableMap(copy);
  }

  public static ResourceStateBuilder builder(Urn urn) {
    return new ResourceStateBuilder(urn);
  }

  public ResourceStateBuilder toBuilder() {
    return new ResourceStateBuilder(this);
  }

  public String type() {
    return urn.type();
  }

  /** Everything that must outlive it: what it depends on, its provider and its parent. */
  public Set<Urn> references() {
    Set<Urn> references = new LinkedHashSet<>(dependencies);
    propertyDependencies.values().forEach(references::addAll);
    provider.ifPresent(reference -> references.add(reference.urn()));
    parent.ifPresent(references::add);
    deletedWith.ifPresent(references::add);
    return references;
  }

  /** This state with another URN for a resource, wherever it is named. */
  public ResourceState renaming(Urn from, Urn to) {
    return new Renaming(from, to).in(this);
  }

  /** This state with other URNs for resources, wherever they are named. */
  public ResourceState renaming(UnaryOperator<Urn> names) {
    return new Renaming(names).in(this);
  }
}
