/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.api.diagnostic;

import java.util.Comparator;
import java.util.Optional;

/**
 * One finding.
 *
 * @param severity whether it stops a deployment
 * @param code stable name of the kind of finding, such as {@code manifest.unknown-field}
 * @param location where it was found, when it has a place
 * @param fieldPath the field in proto names, such as {@code spec.subnets[0].value}; empty when the
 *     finding is about a whole document or file
 * @param message what was found and what is allowed, as sentences
 * @param remedy what to do about it; never empty for an error
 */
public record Diagnostic(
    Severity severity,
    String code,
    Optional<SourceLocation> location,
    String fieldPath,
    String message,
    String remedy) {

  private static final Comparator<Diagnostic> ORDER =
      Comparator.<Diagnostic, Boolean>comparing(d -> d.location().isEmpty())
          .thenComparing(d -> d.location().orElse(SourceLocation.startOf("")))
          .thenComparing(Diagnostic::severity)
          .thenComparing(Diagnostic::fieldPath)
          .thenComparing(Diagnostic::code);

  /** Checks that an error says how to mend it. */
  public Diagnostic {
    if (severity == Severity.ERROR && remedy.isBlank()) {
      throw new IllegalArgumentException("an error needs a remedy: " + code + ": " + message);
    }
  }

  /** By place in the files; those without a place come last. */
  public static Comparator<Diagnostic> byLocation() {
    return ORDER;
  }

  /** Whether this stops a deployment. */
  public boolean isError() {
    return severity == Severity.ERROR;
  }

  /** All of it in one line. */
  @Override
  public String toString() {
    return severity.word()
        + "["
        + code
        + "]"
        + location.map(place -> " " + place).orElse("")
        + (fieldPath.isEmpty() ? "" : " " + fieldPath)
        + ": "
        + message
        + (remedy.isEmpty() ? "" : " fix: " + remedy);
  }
}
