/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.api.diagnostic;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Gathers findings while reading goes on, so that all of them are reported at once. Not safe for
 * use by several threads.
 */
public final class Findings {
  private final List<Diagnostic> found = new ArrayList<>();

  /** Adds an error at a place. */
  public void error(
      String code, SourceLocation location, String fieldPath, String message, String remedy) {
    add(new Diagnostic(Severity.ERROR, code, Optional.of(location), fieldPath, message, remedy));
  }

  /** Adds a warning at a place. */
  public void warning(
      String code, SourceLocation location, String fieldPath, String message, String remedy) {
    add(new Diagnostic(Severity.WARNING, code, Optional.of(location), fieldPath, message, remedy));
  }

  /** Adds a finding made elsewhere. */
  public void add(Diagnostic diagnostic) {
    found.add(diagnostic);
  }

  /** Adds findings made elsewhere. */
  public void addAll(List<Diagnostic> diagnostics) {
    found.addAll(diagnostics);
  }

  /** What was found so far, by place. */
  public List<Diagnostic> sorted() {
    return found.stream().sorted(Diagnostic.byLocation()).toList();
  }
}
