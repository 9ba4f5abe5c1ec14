/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.cli.run;

import dev.plinth.engine.event.RunKind;

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

  RunKind preview() {
    return preview;
  }

  RunKind execution() {
    return execution;
  }
}
