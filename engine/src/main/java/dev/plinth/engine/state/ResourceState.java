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

  public static Builder builder(Urn urn) {
    return new Builder(urn);
  }

  public Builder toBuilder() {
    return new Builder(this);
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

  /** Makes a state; everything that is not set is empty, false or absent. */
  public static final class Builder {
    private Urn urn;
    private boolean custom;
    private boolean delete;
    private Optional<String> id = Optional.empty();
    private PropertyMap inputs = PropertyMap.empty();
    private PropertyMap outputs = PropertyMap.empty();
    private Optional<Urn> parent = Optional.empty();
    private boolean protect;
    private boolean external;
    private List<Urn> dependencies = List.of();
    private List<String> initErrors = List.of();
    private Optional<ProviderReference> provider = Optional.empty();
    private Map<String, List<Urn>> propertyDependencies = Map.of();
    private boolean pendingReplacement;
    private List<String> additionalSecretOutputs = List.of();
    private CustomTimeouts customTimeouts = CustomTimeouts.none();
    private boolean retainOnDelete;
    private Optional<Urn> deletedWith = Optional.empty();
    private Optional<Instant> created = Optional.empty();
    private Optional<Instant> modified = Optional.empty();
    private List<String> ignoreChanges = List.of();
    private List<String> replaceOnChanges = List.of();
    private Optional<String> importId = Optional.empty();
    private Optional<PropertyValue> replacementTrigger = Optional.empty();
    private UnknownFields unknownFields = UnknownFields.none();

    private Builder(Urn urn) {
      this.urn = urn;
    }

    private Builder(ResourceState state) {
      urn = state.urn;
      custom = state.custom;
      delete = state.delete;
      id = state.id;
      inputs = state.inputs;
      outputs = state.outputs;
      parent = state.parent;
      protect = state.protect;
      external = state.external;
      dependencies = state.dependencies;
      initErrors = state.initErrors;
      provider = state.provider;
      propertyDependencies = state.propertyDependencies;
      pendingReplacement = state.pendingReplacement;
      additionalSecretOutputs = state.additionalSecretOutputs;
      customTimeouts = state.customTimeouts;
      retainOnDelete = state.retainOnDelete;
      deletedWith = state.deletedWith;
      created = state.created;
      modified = state.modified;
      ignoreChanges = state.ignoreChanges;
      replaceOnChanges = state.replaceOnChanges;
      importId = state.importId;
      replacementTrigger = state.replacementTrigger;
      unknownFields = state.unknownFields;
    }

    public Builder urn(Urn value) {
      urn = value;
      return this;
    }

    public Builder custom(boolean value) {
      custom = value;
      return this;
    }

    public Builder delete(boolean value) {
      delete = value;
      return this;
    }

    public Builder id(String value) {
      id = value.isEmpty() ? Optional.empty() : Optional.of(value);
      return this;
    }

    public Builder inputs(PropertyMap value) {
      inputs = value;
      return this;
    }

    public Builder outputs(PropertyMap value) {
      outputs = value;
      return this;
    }

    public Builder parent(Optional<Urn> value) {
      parent = value;
      return this;
    }

    public Builder protect(boolean value) {
      protect = value;
      return this;
    }

    public Builder external(boolean value) {
      external = value;
      return this;
    }

    public Builder dependencies(List<Urn> value) {
      dependencies = value;
      return this;
    }

    public Builder initErrors(List<String> value) {
      initErrors = value;
      return this;
    }

    public Builder provider(Optional<ProviderReference> value) {
      provider = value;
      return this;
    }

    public Builder propertyDependencies(Map<String, List<Urn>> value) {
      propertyDependencies = value;
      return this;
    }

    public Builder pendingReplacement(boolean value) {
      pendingReplacement = value;
      return this;
    }

    public Builder additionalSecretOutputs(List<String> value) {
      additionalSecretOutputs = value;
      return this;
    }

    public Builder customTimeouts(CustomTimeouts value) {
      customTimeouts = value;
      return this;
    }

    public Builder retainOnDelete(boolean value) {
      retainOnDelete = value;
      return this;
    }

    public Builder deletedWith(Optional<Urn> value) {
      deletedWith = value;
      return this;
    }

    public Builder created(Optional<Instant> value) {
      created = value;
      return this;
    }

    public Builder modified(Optional<Instant> value) {
      modified = value;
      return this;
    }

    public Builder ignoreChanges(List<String> value) {
      ignoreChanges = value;
      return this;
    }

    public Builder replaceOnChanges(List<String> value) {
      replaceOnChanges = value;
      return this;
    }

    public Builder importId(Optional<String> value) {
      importId = value;
      return this;
    }

    public Builder replacementTrigger(Optional<PropertyValue> value) {
      replacementTrigger = value;
      return this;
    }

    public Builder unknownFields(UnknownFields value) {
      unknownFields = value;
      return this;
    }

    public ResourceState build() {
      return new ResourceState(
          urn,
          custom,
          delete,
          id,
          inputs,
          outputs,
          parent,
          protect,
          external,
          dependencies,
          initErrors,
          provider,
          propertyDependencies,
          pendingReplacement,
          additionalSecretOutputs,
          customTimeouts,
          retainOnDelete,
          deletedWith,
          created,
          modified,
          ignoreChanges,
          replaceOnChanges,
          importId,
          replacementTrigger,
          unknownFields);
    }
  }
}
