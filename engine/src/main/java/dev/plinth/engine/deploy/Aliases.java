/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.engine.deploy;

import dev.plinth.engine.state.ResourceState;
import dev.plinth.engine.urn.Urn;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Finds what the last run left of a resource: under its URN, or under a name that it had before.
 * One that is found under a former name is renamed in the state at once, and so is everything that
 * refers to it.
 */
final class Aliases {
  private final StackIndex base;
  private final Registrations registrations;
  private final SnapshotRecorder recorder;

  /** The former URN of each resource that was renamed in this run. */
  private final Map<Urn, Urn> formerly = new ConcurrentHashMap<>();

  Aliases(StackIndex base, Registrations registrations, SnapshotRecorder recorder) {
    this.base = base;
    this.registrations = registrations;
    this.recorder = recorder;
  }

  /** The prior state, which has the new URN already. */
  Optional<ResourceState> find(Urn urn, RegisterRequest request) {
    Optional<ResourceState> own = base.find(urn);
    if (own.isPresent()) {
      return own;
    }
    for (Urn alias : formerNames(urn, request)) {
      if (!alias.equals(urn) && base.find(alias).isPresent()) {
        registrations.claimAlias(alias, urn);
        registrations.awaitDeletionAhead(alias);
        recorder.rename(alias, urn);
        base.reset(recorder.remaining());
        formerly.put(urn, alias);
        return base.find(urn);
      }
    }
    return Optional.empty();
  }

  private List<Urn> formerNames(Urn urn, RegisterRequest request) {
    List<Urn> names = new ArrayList<>();
    List<Alias> own = request.options().aliases();
    own.forEach(alias -> names.add(resolve(alias, urn, request, Optional.empty(), request.name())));
    Optional<Urn> formerParent = request.parent().map(formerly::get);
    if (formerParent.isPresent()) {
      String name = inheritedName(request, formerParent.get());
      names.add(of(urn.stack(), urn.project(), formerParent, request.type(), name));
      own.forEach(alias -> names.add(resolve(alias, urn, request, formerParent, name)));
    }
    return names;
  }

  /** A child that is named after its parent was named after the parent's former name. */
  private static String inheritedName(RegisterRequest request, Urn formerParent) {
    String now = request.parent().orElseThrow().name();
    return request.name().startsWith(now)
        ? formerParent.name() + request.name().substring(now.length())
        : request.name();
  }

  private Urn resolve(
      Alias alias, Urn urn, RegisterRequest request, Optional<Urn> formerParent, String name) {
    if (alias.urn().isPresent()) {
      return alias.urn().get();
    }
    Optional<Urn> parent =
        alias.noParent()
            ? Optional.empty()
            : alias
                .parent()
                .map(named -> formerly.getOrDefault(named, named))
                .or(() -> formerParent)
                .or(request::parent);
    return of(
        alias.stack().orElse(urn.stack()),
        alias.project().orElse(urn.project()),
        parent,
        alias.type().orElse(request.type()),
        alias.name().orElse(name));
  }

  private static Urn of(
      String stack, String project, Optional<Urn> parent, String type, String name) {
    return Urn.of(stack, project, parent, type, name);
  }
}
