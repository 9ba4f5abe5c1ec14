/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.engine.event;

/** How much a message matters. */
public enum Severity {
  INFO,
  WARNING,
  ERROR
}
