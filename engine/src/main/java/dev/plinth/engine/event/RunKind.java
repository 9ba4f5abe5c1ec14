/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.engine.event;

/** What a run is for. */
public enum RunKind {
  /** Shows what an update would do. */
  PREVIEW_UPDATE,
  /** Makes the stack what the program says. */
  UPDATE,
  /** Shows what a destroy would do. */
  PREVIEW_DESTROY,
  /** Deletes every resource of the stack. */
  DESTROY,
  /** Shows what a refresh would find. */
  PREVIEW_REFRESH,
  /** Reads every resource and records what was found. */
  REFRESH;

  public boolean isPreview() {
    return this == PREVIEW_UPDATE || this == PREVIEW_DESTROY || this == PREVIEW_REFRESH;
  }

  /** Whether a program says what the stack is to be. */
  public boolean isUpdate() {
    return this == UPDATE || this == PREVIEW_UPDATE;
  }

  public boolean isRefresh() {
    return this == REFRESH || this == PREVIEW_REFRESH;
  }

  public boolean isDestroy() {
    return this == DESTROY || this == PREVIEW_DESTROY;
  }
}
