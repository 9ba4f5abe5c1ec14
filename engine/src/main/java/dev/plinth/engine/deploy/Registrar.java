/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.engine.deploy;

import dev.plinth.engine.asset.AssetException;
import dev.plinth.engine.deploy.StepRunner.Former;
import dev.plinth.engine.provider.ProviderException;
import dev.plinth.engine.secret.SecretsException;
import dev.plinth.engine.state.ResourceState;
import dev.plinth.engine.urn.Urn;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Decides what one registration is about: a resource that is new, or was there, or is read, or is
 * left alone. {@link Reconciliation} then brings it about.
 */
final class Registrar {
  private final Registrations registrations;
  private final Aliases aliases;
  private final Lifecycles lifecycles;
  private final StepRunner steps;
  private final Scope scope;
  private final Goals goals;
  private final Readings readings;
  private final Replacement replacement;
  private final RunControl control;
  private final Rejections rejections;
  private final Reconciliation reconciliation;

  Registrar(
      Registrations registrations,
      Aliases aliases,
      Lifecycles lifecycles,
      StepRunner steps,
      Scope scope,
      Goals goals,
      Readings readings,
      Replacement replacement,
      EventStream events,
      RunControl control,
      Clock clock) {
    this.registrations = registrations;
    this.aliases = aliases;
    this.lifecycles = lifecycles;
    this.steps = steps;
    this.scope = scope;
    this.goals = goals;
    this.readings = readings;
    this.replacement = replacement;
    this.control = control;
    this.rejections = new Rejections(events, control);
    ReplaceReasons reasons = new ReplaceReasons(lifecycles, registrations, scope);
    this.reconciliation =
        new Reconciliation(registrations, steps, reasons, replacement, rejections, clock);
  }

  /**
   * Registers a resource and brings it about.
   *
   * @param request with options resolved: nothing is inherited any more
   * @return the state that was reached
   */
  ResourceState register(Urn urn, RegisterRequest request) {
    return telling(urn, () -> decide(urn, request));
  }

  /** Reads a resource that stays somebody else's. */
  ResourceState read(Urn urn, ReadResourceRequest request) {
    return telling(
        urn,
        () -> {
          RegisterRequest registration = request.asRegistration();
          registrations.claim(urn);
          Optional<ResourceState> old = aliases.find(urn, registration);
          scope.requireReached(urn, registration.references());
          ResourceState goal =
              goals.of(urn, registration, lifecycles.providerOf(registration), Optional.empty());
          return readings.read(goal, request.id(), old);
        });
  }

  /** Tells of what goes wrong, once. */
  private ResourceState telling(Urn urn, Supplier<ResourceState> work) {
    control.requireRunning();
    try {
      return work.get();
    } catch (StepFailedException | DeploymentStoppedException e) {
      throw e;
    } catch (ProviderException | AssetException | SecretsException e) {
      Failure failure = Failure.of(e);
      throw rejections.reject(urn, failure.property(), failure.message(), failure.remedy());
    }
  }

  private ResourceState decide(Urn urn, RegisterRequest request) {
    registrations.claim(urn);
    registrations.awaitDeletionAhead(urn);
    Optional<ResourceState> old = aliases.find(urn, request);
    boolean included = scope.includes(urn, request.custom(), request.references());
    Optional<String> adopted = scope.adoptedId(urn);
    if (!included || (request.custom() && adopted.isEmpty() && !isReachable(urn, request))) {
      return old.map(steps::untouched).orElseGet(() -> skip(urn, request));
    }
    Lifecycle lifecycle = lifecycles.of(urn, request);
    ResourceState goal = goals.of(urn, request, lifecycles.providerOf(request), old);
    if (adopted.isPresent()) {
      return readings.adopt(goal, adopted.get(), old);
    }
    Optional<String> importId = request.options().importId();
    if (importId.isPresent() && readings.mustImport(importId.get(), old)) {
      ResourceState imported = readings.importResource(goal, importId.get(), old);
      return reconciliation.reconcile(lifecycle, goal, imported, request, Former.none());
    }
    if (old.isEmpty()) {
      return reconciliation.create(lifecycle, goal);
    }
    if (replacement.hasDeleted(urn) || old.get().pendingReplacement()) {
      return reconciliation.resumeReplacement(lifecycle, goal, old.get());
    }
    if (old.get().external()) {
      return reconciliation.takeOver(lifecycle, goal, old.get());
    }
    return reconciliation.reconcile(
        lifecycle, goal, old.get(), request, Former.superseded(old.get()));
  }

  /** What the run is about must have all that it refers to; the rest waits for another run. */
  private boolean isReachable(Urn urn, RegisterRequest request) {
    if (Scope.isImplicit(urn, request.custom())) {
      return scope.reaches(request.references());
    }
    scope.requireReached(urn, request.references());
    return true;
  }

  /** A resource that would be created, if the run were about it. */
  private ResourceState skip(Urn urn, RegisterRequest request) {
    scope.skip(urn);
    return ResourceState.builder(urn)
        .custom(request.custom())
        .inputs(request.inputs())
        .outputs(request.inputs())
        .build();
  }
}
