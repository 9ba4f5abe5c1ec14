/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.cli.run;

import dev.plinth.engine.event.RunKind;
import dev.plinth.engine.state.StackName;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What can be done to a deployed stack without its manifests. */
public enum StoredOperation {
  /** Deletes the stack with all that it has; each stack goes before those that it refers to. */
  DESTROY(RunKind.PREVIEW_DESTROY, RunKind.DESTROY),
  /** Finds out what the stack's resources are by now. */
  REFRESH(RunKind.PREVIEW_REFRESH, RunKind.REFRESH);

  private final RunKind preview;
  private final RunKind execution;

  StoredOperation(RunKind preview, RunKind execution) {
    this.preview = preview;
    this.execution = execution;
  }

  /** The stacks that this must have been done to before it is done to one of them. */
  Set<StackName> needs(StackName stack, List<StoredTarget> all) {
    return switch (this) {
      case DESTROY ->
          all.stream()
              .filter(other -> other.needs().contains(stack))
              .map(StoredTarget::name)
              .collect(Collectors.toSet());
      case REFRESH -> Set.of();
    };
  }

  RunKind preview() {
    return preview;
  }

  RunKind execution() {
    return execution;
  }
}
