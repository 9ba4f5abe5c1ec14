/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.engine.deploy;

import java.util.List;

/**
 * Which resources of a stack a run is about.
 *
 * @param targets the only ones, or all when empty
 * @param targetDependents whether what depends on a target is one too
 * @param excludes all but these
 * @param excludeDependents whether what depends on an excluded one is excluded too
 * @param replace those that are replaced whether they have changed or not
 */
public record Selection(
    List<UrnPattern> targets,
    boolean targetDependents,
    List<UrnPattern> excludes,
    boolean excludeDependents,
    List<UrnPattern> replace) {
  private static final Selection ALL = new Selection(List.of(), false, List.of(), false, List.of());

  public Selection {
    targets = List.copyOf(targets);
    excludes = List.copyOf(excludes);
    replace = List.copyOf(replace);
    if (!targets.isEmpty() && !excludes.isEmpty()) {
      throw new IllegalArgumentException("targets and excludes do not go together");
    }
  }

  /** The whole stack. */
  public static Selection all() {
    return ALL;
  }

  public static Selection targeting(boolean dependents, List<UrnPattern> targets) {
    return new Selection(targets, dependents, List.of(), false, List.of());
  }

  public static Selection excluding(boolean dependents, List<UrnPattern> excludes) {
    return new Selection(List.of(), false, excludes, dependents, List.of());
  }

  public Selection replacing(List<UrnPattern> patterns) {
    return new Selection(targets, targetDependents, excludes, excludeDependents, patterns);
  }

  boolean isAll() {
    return targets.isEmpty() && excludes.isEmpty();
  }

  boolean isExcluding() {
    return !excludes.isEmpty();
  }
}
