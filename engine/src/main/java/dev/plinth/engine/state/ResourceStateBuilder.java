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
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes a state; everything that is not set is empty, false or absent. */
public final class ResourceStateBuilder {
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

  ResourceStateBuilder(Urn urn) {
    this.urn = urn;
  }

  ResourceStateBuilder(ResourceState state) {
    urn = state.urn();
    custom = state.custom();
    delete = state.delete();
    id = state.id();
    inputs = state.inputs();
    outputs = state.outputs();
    parent = state.parent();
    protect = state.protect();
    external = state.external();
    dependencies = state.dependencies();
    initErrors = state.initErrors();
    provider = state.provider();
    propertyDependencies = state.propertyDependencies();
    pendingReplacement = state.pendingReplacement();
    additionalSecretOutputs = state.additionalSecretOutputs();
    customTimeouts = state.customTimeouts();
    retainOnDelete = state.retainOnDelete();
    deletedWith = state.deletedWith();
    created = state.created();
    modified = state.modified();
    ignoreChanges = state.ignoreChanges();
    replaceOnChanges = state.replaceOnChanges();
    importId = state.importId();
    replacementTrigger = state.replacementTrigger();
    unknownFields = state.unknownFields();
  }

  public ResourceStateBuilder urn(Urn value) {
    urn = value;
    return this;
  }

  public ResourceStateBuilder custom(boolean value) {
    custom = value;
    return this;
  }

  public ResourceStateBuilder delete(boolean value) {
    delete = value;
    return this;
  }

  public ResourceStateBuilder id(String value) {
    id = value.isEmpty() ? Optional.empty() : Optional.of(value);
    return this;
  }

  public ResourceStateBuilder inputs(PropertyMap value) {
    inputs = value;
    return this;
  }

  public ResourceStateBuilder outputs(PropertyMap value) {
    outputs = value;
    return this;
  }

  public ResourceStateBuilder parent(Optional<Urn> value) {
    parent = value;
    return this;
  }

  public ResourceStateBuilder protect(boolean value) {
    protect = value;
    return this;
  }

  public ResourceStateBuilder external(boolean value) {
    external = value;
    return this;
  }

  public ResourceStateBuilder dependencies(List<Urn> value) {
    dependencies = value;
    return this;
  }

  public ResourceStateBuilder initErrors(List<String> value) {
    initErrors = value;
    return this;
  }

  public ResourceStateBuilder provider(Optional<ProviderReference> value) {
    provider = value;
    return this;
  }

  public ResourceStateBuilder propertyDependencies(Map<String, List<Urn>> value) {
    propertyDependencies = value;
    return this;
  }

  public ResourceStateBuilder pendingReplacement(boolean value) {
    pendingReplacement = value;
    return this;
  }

  public ResourceStateBuilder additionalSecretOutputs(List<String> value) {
    additionalSecretOutputs = value;
    return this;
  }

  public ResourceStateBuilder customTimeouts(CustomTimeouts value) {
    customTimeouts = value;
    return this;
  }

  public ResourceStateBuilder retainOnDelete(boolean value) {
    retainOnDelete = value;
    return this;
  }

  public ResourceStateBuilder deletedWith(Optional<Urn> value) {
    deletedWith = value;
    return this;
  }

  public ResourceStateBuilder created(Optional<Instant> value) {
    created = value;
    return this;
  }

  public ResourceStateBuilder modified(Optional<Instant> value) {
    modified = value;
    return this;
  }

  public ResourceStateBuilder ignoreChanges(List<String> value) {
    ignoreChanges = value;
    return this;
  }

  public ResourceStateBuilder replaceOnChanges(List<String> value) {
    replaceOnChanges = value;
    return this;
  }

  public ResourceStateBuilder importId(Optional<String> value) {
    importId = value;
    return this;
  }

  public ResourceStateBuilder replacementTrigger(Optional<PropertyValue> value) {
    replacementTrigger = value;
    return this;
  }

  public ResourceStateBuilder unknownFields(UnknownFields value) {
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
