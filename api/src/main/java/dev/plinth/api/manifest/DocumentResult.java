/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.api.manifest;

import com.google.protobuf.Message;
import dev.plinth.api.diagnostic.Diagnostic;
import dev.plinth.api.diagnostic.ManifestException;
import java.util.List;
import java.util.Optional;

/**
 * What came of reading one document of a given type.
 *
 * @param document what was read, as far as it could be; empty when there was no document
 * @param diagnostics what was found while reading, by place
 */
public record DocumentResult<M extends Message>(
    Optional<Manifest<M>> document, List<Diagnostic> diagnostics) {

  /** Copies the list. */
  public DocumentResult {
    diagnostics = List.copyOf(diagnostics);
  }

  /**
   * The document.
   *
   * @throws ManifestException when anything was wrong with it
   */
  public Manifest<M> orThrow() {
    ManifestException.throwIfAnyError(diagnostics);
    return document.orElseThrow(
        () -> new IllegalStateException("no document and no error: " + diagnostics));
  }
}
