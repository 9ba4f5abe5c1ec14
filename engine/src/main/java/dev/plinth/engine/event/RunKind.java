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
  REFRESH,
  /** Shows what an import would take over. */
  PREVIEW_IMPORT,
  /** Makes existing resources the stack's. */
  IMPORT;

  public boolean isPreview() {
    return switch (this) {
      case PREVIEW_UPDATE, PREVIEW_DESTROY, PREVIEW_REFRESH, PREVIEW_IMPORT -> true;
      case UPDATE, DESTROY, REFRESH, IMPORT -> false;
    };
  }

  /** Pulumi's name of it in a stack's history. */
  public String updateKind() {
    return switch (this) {
      case UPDATE -> "update";
      case DESTROY -> "destroy";
      case REFRESH -> "refresh";
      case IMPORT -> "resource-import";
      case PREVIEW_UPDATE, PREVIEW_DESTROY, PREVIEW_REFRESH, PREVIEW_IMPORT -> "preview";
    };
  }

  /** Makes the stack what the program says. */
  public boolean isUpdate() {
    return this == UPDATE || this == PREVIEW_UPDATE;
  }

  /** Whether a program says which resources there are. */
  public boolean hasProgram() {
    return isUpdate() || this == IMPORT || this == PREVIEW_IMPORT;
  }

  public boolean isRefresh() {
    return this == REFRESH || this == PREVIEW_REFRESH;
  }

  public boolean isDestroy() {
    return this == DESTROY || this == PREVIEW_DESTROY;
  }
}
