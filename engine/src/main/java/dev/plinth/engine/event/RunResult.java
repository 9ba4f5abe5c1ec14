/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.engine.event;

/** How a run ended. */
public enum RunResult {
  SUCCEEDED,
  FAILED,
  /** Stopped on request: what was in flight was finished, the rest was not begun. */
  CANCELED
}
