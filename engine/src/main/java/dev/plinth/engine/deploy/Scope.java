/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.engine.deploy;

import dev.plinth.engine.provider.ProviderException;
import dev.plinth.engine.urn.ProviderReference;
import dev.plinth.engine.urn.Urn;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The resources that a run is about. Providers, the stack itself and components always are: they
 * exist in the state only, and what the run is about may need them.
 */
final class Scope {
  private final RunOptions asked;

  /** The targets, or the excluded ones, with their dependents where those count too. */
  private final Set<Urn> chosen = ConcurrentHashMap.newKeySet();

  /** Resources that would have been created, had they been targets. */
  private final Set<Urn> skipped = ConcurrentHashMap.newKeySet();

  private final Set<String> matched = ConcurrentHashMap.newKeySet();

  Scope(RunOptions asked) {
    this.asked = asked;
  }

  private Selection selection() {
    return asked.selection();
  }

  boolean isAll() {
    return selection().isAll() && asked.adoptions().isEmpty();
  }

  boolean isExcluding() {
    return selection().isExcluding();
  }

  /** Whether a resource is in every run. */
  static boolean isImplicit(Urn urn, boolean custom) {
    return !custom || ProviderReference.isProviderType(urn.type());
  }

  /**
   * Whether the run is about a resource. Asked in the order of dependencies, as a dependent may be
   * chosen because what it depends on was.
   *
   * @param references what the resource refers to
   */
  boolean includes(Urn urn, boolean custom, Collection<Urn> references) {
    if (isAll() || isImplicit(urn, custom)) {
      return true;
    }
    if (!asked.adoptions().isEmpty()) {
      return adoptedId(urn).isPresent();
    }
    boolean excluding = selection().isExcluding();
    List<UrnPattern> patterns = excluding ? selection().excludes() : selection().targets();
    boolean withDependents =
        excluding ? selection().excludeDependents() : selection().targetDependents();
    boolean named = matches(patterns, urn);
    if (named || (withDependents && references.stream().anyMatch(chosen::contains))) {
      chosen.add(urn);
      return !excluding;
    }
    return excluding;
  }

  boolean isForcedToReplace(Urn urn) {
    return matches(selection().replace(), urn);
  }

  /** The id of the existing resource that is to become this one. */
  Optional<String> adoptedId(Urn urn) {
    for (var adoption : asked.adoptions().entrySet()) {
      if (urn.name().equals(adoption.getKey()) || UrnPattern.of(adoption.getKey()).matches(urn)) {
        matched.add(adoption.getKey());
        return Optional.of(adoption.getValue());
      }
    }
    return Optional.empty();
  }

  private boolean matches(List<UrnPattern> patterns, Urn urn) {
    boolean found = false;
    for (UrnPattern pattern : patterns) {
      if (pattern.matches(urn)) {
        matched.add(pattern.toString());
        found = true;
      }
    }
    return found;
  }

  void skip(Urn urn) {
    skipped.add(urn);
  }

  /** Whether a resource was not created because it is no target. */
  boolean isSkipped(Urn urn) {
    return skipped.contains(urn);
  }

  /** Whether all of these exist, or are about to. */
  boolean reaches(Collection<Urn> references) {
    return skipped.isEmpty() || references.stream().noneMatch(skipped::contains);
  }

  /** Makes sure that what a resource refers to exists. */
  void requireReached(Urn urn, Collection<Urn> references) {
    for (Urn used : references) {
      if (skipped.contains(used)) {
        throw new ProviderException(
            urn + " needs " + used + ", which does not exist and is not in this run",
            "add --"
                + (isExcluding() ? "exclude" : "target")
                + " options so that both are in, or out",
            null);
      }
    }
  }

  /** What was asked for and is no resource of the stack. */
  List<String> unmatched() {
    return java.util.stream.Stream.of(
            selection().targets().stream().map(UrnPattern::toString),
            selection().excludes().stream().map(UrnPattern::toString),
            selection().replace().stream().map(UrnPattern::toString),
            asked.adoptions().keySet().stream())
        .flatMap(texts -> texts)
        .filter(text -> !matched.contains(text))
        .sorted()
        .toList();
  }
}
