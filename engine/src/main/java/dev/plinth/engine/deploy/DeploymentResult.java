/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.engine.deploy;

import dev.plinth.engine.asset.ArchiveListing;
import dev.plinth.engine.event.RunResult;
import dev.plinth.engine.state.Snapshot;
import dev.plinth.engine.step.Op;
import dev.plinth.engine.value.PropertyMap;
import java.util.Map;

/**
 * How a run ended.
 *
 * @param outputs the stack's outputs, secrets included
 * @param snapshot the stack as it is now; in a preview, as it would be
 * @param plan the steps that a preview foresaw
 * @param archives what was in the archives that the run read, by hash
 */
public record DeploymentResult(
    RunResult result,
    Map<Op, Integer> changes,
    PropertyMap outputs,
    Snapshot snapshot,
    Plan plan,
    Map<String, ArchiveListing> archives) {
  public DeploymentResult {
    changes = Map.copyOf(changes);
    archives = Map.copyOf(archives);
  }

  /** Whether any resource was changed, or in a preview would be. */
  public boolean hasChanges() {
    return changes.keySet().stream().anyMatch(op -> op != Op.SAME && op != Op.READ);
  }

  /** Whether the run went well and left no resource. */
  public boolean isEmpty() {
    return result == RunResult.SUCCEEDED && snapshot.resources().isEmpty();
  }
}
