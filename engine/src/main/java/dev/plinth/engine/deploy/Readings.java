/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.engine.deploy;

import dev.plinth.engine.deploy.StepRunner.Former;
import dev.plinth.engine.provider.ProviderException;
import dev.plinth.engine.provider.ReadRequest;
import dev.plinth.engine.provider.ReadResult;
import dev.plinth.engine.state.ResourceState;
import dev.plinth.engine.state.ResourceStateBuilder;
import dev.plinth.engine.step.Op;
import dev.plinth.engine.value.PropertyMap;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * Takes existing resources into the state: those that stay somebody else's, which are read, and
 * those that become the stack's, which are imported.
 */
final class Readings {
  private final ProviderRegistry providers;
  private final Registrations registrations;
  private final StepRunner steps;
  private final Clock clock;

  Readings(ProviderRegistry providers, Registrations registrations, StepRunner steps, Clock clock) {
    this.providers = providers;
    this.registrations = registrations;
    this.steps = steps;
    this.clock = clock;
  }

  /**
   * Reads a resource that stays somebody else's. One of the same id that was the stack's is let go;
   * one of another id is replaced.
   */
  ResourceState read(ResourceState goal, String id, Optional<ResourceState> old) {
    ResourceState external = goal.toBuilder().external(true).id(id).build();
    boolean replaces =
        old.isPresent() && !old.get().external() && !old.get().id().orElse("").equals(id);
    if (!replaces) {
      return steps.change(
          Op.READ,
          external,
          old,
          old.map(Former::superseded).orElseGet(Former::none),
          Map.of(),
          intent -> stamped(read(external, external.inputs()), old));
    }
    registrations.markReplaced(goal.urn());
    ResourceState read =
        steps.change(
            Op.READ_REPLACEMENT,
            external,
            old,
            Former.condemned(old.orElseThrow()),
            Map.of(),
            intent -> stamped(read(external, external.inputs()), Optional.empty()));
    steps.replace(old.get(), read, Map.of());
    return read;
  }

  /** Whether the resource of an id is not yet the one that the state has. */
  boolean mustImport(String id, Optional<ResourceState> old) {
    return old.isEmpty()
        || old.get().external()
        || !(old.get().id().filter(id::equals).isPresent()
            || old.get().importId().filter(id::equals).isPresent());
  }

  /** Makes the resource of an id the stack's, as it is. */
  ResourceState importResource(ResourceState goal, String id, Optional<ResourceState> old) {
    ResourceState wished = goal.toBuilder().id(id).importId(Optional.of(id)).build();
    if (old.isEmpty()) {
      return steps.change(
          Op.IMPORT, wished, old, Former.none(), Map.of(), intent -> imported(wished));
    }
    registrations.markReplaced(goal.urn());
    ResourceState imported =
        steps.change(
            Op.IMPORT_REPLACEMENT,
            wished,
            old,
            Former.condemned(old.get()),
            Map.of(),
            intent -> imported(wished));
    steps.replace(old.get(), imported, Map.of());
    return imported;
  }

  /** Makes the resource of an id the stack's because the user says so, and changes nothing. */
  ResourceState adopt(ResourceState goal, String id, Optional<ResourceState> old) {
    if (old.isPresent() && mustImport(id, old)) {
      throw new ProviderException(
          "the stack has this resource already, with the id " + old.get().id().orElse(""),
          "take it out of the state first, with plinth state delete " + goal.urn(),
          null);
    }
    return old.map(steps::untouched).orElseGet(() -> importResource(goal, id, old));
  }

  private ResourceState imported(ResourceState wished) {
    ResourceState found = read(wished, PropertyMap.empty());
    Optional<Instant> now = Optional.of(clock.instant());
    return found.toBuilder().created(now).modified(now).build();
  }

  private ResourceState read(ResourceState goal, PropertyMap known) {
    ProviderInstance instance = providers.get(goal.provider().orElseThrow());
    if (!instance.configured()) {
      return goal;
    }
    String id = goal.id().orElseThrow();
    ReadResult result = instance.provider().read(new ReadRequest(goal.urn(), id, known, known));
    if (!result.exists()) {
      throw new ProviderException(
          "resource '" + id + "' does not exist", "look up the right id, and the region", null);
    }
    ResourceStateBuilder found = goal.toBuilder().id(goal.external() ? id : result.id());
    if (!goal.external()) {
      found.inputs(SecretOutputs.markInputs(goal.inputs(), result.inputs()));
    }
    return SecretOutputs.mark(found.build(), result.outputs());
  }

  /** Times change only with what was read. */
  private ResourceState stamped(ResourceState read, Optional<ResourceState> old) {
    boolean changed = old.isEmpty() || !old.get().outputs().equals(read.outputs());
    Optional<Instant> now = Optional.of(clock.instant());
    return read.toBuilder()
        .created(old.flatMap(ResourceState::created).or(() -> now))
        .modified(changed ? now : old.get().modified())
        .build();
  }
}
