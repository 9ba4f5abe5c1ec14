/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.cli.run;

import dev.plinth.engine.asset.ArchiveListing;
import dev.plinth.engine.deploy.DeploymentResult;
import dev.plinth.engine.state.StackName;
import dev.plinth.engine.state.StackSession;
import dev.plinth.engine.state.StateException;
import dev.plinth.engine.state.StateStore;
import dev.plinth.engine.value.PropertyValue.ArchiveValue;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * What is in the archives that a stack was deployed with, kept beside its state, so that a later
 * preview can tell which files differ.
 */
final class KeptArchives {
  private KeptArchives() {}

  /** Reads them when asked; a preview does without what cannot be read. */
  static Supplier<Map<String, ArchiveListing>> of(StateStore store, StackName stack) {
    return () -> {
      try {
        return store.archives(stack);
      } catch (StateException e) {
        return Map.of();
      }
    };
  }

  /** Keeps what a run read of the archives that the stack now has; nothing else is lost by it. */
  static void keep(
      StateStore store, StackName stack, StackSession session, DeploymentResult result) {
    Set<String> wanted = hashes(result);
    if (wanted.isEmpty()) {
      return; // Most stacks have no archives, and need not look for what was kept of any.
    }
    Map<String, ArchiveListing> before = of(store, stack).get();
    Map<String, ArchiveListing> now = new HashMap<>(before);
    now.putAll(result.archives());
    now.keySet().retainAll(wanted);
    if (!now.equals(before)) {
      try {
        session.saveArchives(now);
      } catch (StateException e) {
        // The next preview cannot name files, which is no reason to fail a run that is over.
      }
    }
  }

  private static Set<String> hashes(DeploymentResult result) {
    return result.snapshot().resources().stream()
        .flatMap(state -> state.inputs().asMap().values().stream())
        .filter(ArchiveValue.class::isInstance)
        .map(ArchiveValue.class::cast)
        .flatMap(value -> value.archive().hash().stream())
        .collect(Collectors.toSet());
  }
}
