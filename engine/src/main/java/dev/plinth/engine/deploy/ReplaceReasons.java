/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.engine.deploy;

import dev.plinth.engine.provider.DiffResult;
import dev.plinth.engine.provider.PropertyDiff;
import dev.plinth.engine.provider.PropertyDiff.Kind;
import dev.plinth.engine.provider.ProviderException;
import dev.plinth.engine.state.ResourceState;
import dev.plinth.engine.value.PropertyPath;
import dev.plinth.engine.value.PropertyValue;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Adds to what a provider says about a change the reasons to replace that only the engine knows.
 */
final class ReplaceReasons {
  private static final String INIT_ERROR = "#initerror";

  private final Lifecycles lifecycles;
  private final Registrations registrations;
  private final Scope scope;

  ReplaceReasons(Lifecycles lifecycles, Registrations registrations, Scope scope) {
    this.lifecycles = lifecycles;
    this.registrations = registrations;
    this.scope = scope;
  }

  DiffResult add(DiffResult diff, ResourceState goal, ResourceState old, ResourceOptions options) {
    Map<String, PropertyDiff> detailed = new TreeMap<>(diff.detailed());
    for (String wished : goal.replaceOnChanges()) {
      if (wished.equals(INIT_ERROR)) {
        if (!old.initErrors().isEmpty()) {
          detailed.put(INIT_ERROR, reason());
        }
      } else {
        force(detailed, path(wished));
      }
    }
    if (scope.isForcedToReplace(goal.urn())) {
      detailed.put("id", reason());
    }
    if (lifecycles.providerReplaces(old, goal) || old.custom() != goal.custom()) {
      detailed.put("provider", reason());
    }
    if (options.replaceWith().stream().anyMatch(registrations::isReplaced)) {
      detailed.put("replaceWith", reason());
    }
    if (goal.deletedWith().filter(registrations::isReplaced).isPresent()) {
      detailed.put("deletedWith", reason());
    }
    if (isTriggered(old.replacementTrigger(), goal.replacementTrigger())) {
      detailed.put("replacementTrigger", reason());
    }
    return new DiffResult(detailed, diff.deleteBeforeReplace());
  }

  private static void force(Map<String, PropertyDiff> detailed, PropertyPath path) {
    detailed.replaceAll(
        (changed, how) ->
            path.matches(PropertyPath.parse(changed))
                ? new PropertyDiff(how.kind(), true, how.inputDiff())
                : how);
  }

  /** A trigger that comes or goes is no reason; one that is not known yet may be. */
  private static boolean isTriggered(Optional<PropertyValue> old, Optional<PropertyValue> now) {
    if (old.isEmpty() || now.isEmpty()) {
      return false;
    }
    return now.get().containsUnknowns()
        || !old.get().withoutSecrets().equals(now.get().withoutSecrets());
  }

  private static PropertyDiff reason() {
    return new PropertyDiff(Kind.UPDATE, true, false);
  }

  /** Reads a path that a program gave as an option. */
  static PropertyPath path(String text) {
    try {
      return PropertyPath.parse(text);
    } catch (IllegalArgumentException e) {
      throw new ProviderException(
          "an option names a property in a form that is none: " + e.getMessage(),
          "write it like a.b[0][\"quoted key\"], with * for any name or index",
          e);
    }
  }
}
