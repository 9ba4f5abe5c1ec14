/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.rules.asl;

/**
 * Something wrong with a definition.
 *
 * @param code AWS's code, such as {@code SCHEMA_VALIDATION_FAILED}
 * @param location where, such as {@code /States/Store/Next}
 */
public record Problem(String code, String message, String location) {
  static Problem schema(String message, String location) {
    return new Problem("SCHEMA_VALIDATION_FAILED", message, location);
  }

  static Problem transition(String message, String location) {
    return new Problem("MISSING_TRANSITION_TARGET", message, location);
  }

  /** As AWS puts it into a refusal. */
  public String text() {
    return code + ": " + message + " at " + location;
  }
}
