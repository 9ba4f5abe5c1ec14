/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.api.diagnostic;

import java.util.List;
import java.util.stream.Collectors;

/**
 * What a user gave cannot be worked with. It carries every finding, of which at least one is an
 * error.
 */
public final class ManifestException extends RuntimeException {
  private final transient List<Diagnostic> diagnostics;

  /** Takes the findings, warnings included. */
  public ManifestException(List<Diagnostic> diagnostics) {
    super(diagnostics.stream().map(Diagnostic::toString).collect(Collectors.joining("\n")));
    this.diagnostics = List.copyOf(diagnostics);
  }

  /** Throws when there is an error among the findings. */
  public static void throwIfAnyError(List<Diagnostic> diagnostics) {
    if (diagnostics.stream().anyMatch(Diagnostic::isError)) {
      throw new ManifestException(diagnostics);
    }
  }

  /** The findings, in the order in which they were given. */
  public List<Diagnostic> diagnostics() {
    return diagnostics;
  }
}
