/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.cli.run;

import dev.plinth.api.diagnostic.ManifestException;
import dev.plinth.cli.env.Env;
import dev.plinth.cli.manifest.CheckedManifests;
import dev.plinth.cli.manifest.ManifestCheck;
import dev.plinth.cli.stack.PlannedStack;
import dev.plinth.cli.stack.StackPlan;
import dev.plinth.cli.stack.StoredStacks;
import dev.plinth.engine.state.StateStore;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The deployed stacks that a command line means: by name, by manifest, or the only one there is.
 */
public final class StoredTargets {
  private final Env env;
  private final StoredStacks stored;

  public StoredTargets(Env env, StateStore store) {
    this.env = env;
    this.stored = new StoredStacks(store);
  }

  /**
   * The stacks, each after those that it refers to.
   *
   * @param paths manifests; may be empty
   * @param name given with manifests, it is the one stack of them all
   */
  public List<StoredTarget> find(List<String> paths, Optional<String> name) {
    if (paths.isEmpty()) {
      return List.of(new StoredTarget(stored.find(name), Set.of()));
    }
    return ofManifests(paths, name).stream()
        .map(stack -> new StoredTarget(stored.require(stack.name()), stack.needs()))
        .toList();
  }

  private List<PlannedStack> ofManifests(List<String> paths, Optional<String> name) {
    CheckedManifests checked = ManifestCheck.check(env, paths);
    ManifestException.throwIfAnyError(checked.diagnostics());
    return StackPlan.of(checked.loaded(), name);
  }
}
