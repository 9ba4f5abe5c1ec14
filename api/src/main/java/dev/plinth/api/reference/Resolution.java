/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.api.reference;

import com.google.protobuf.Message;
import dev.plinth.api.diagnostic.Diagnostic;
import dev.plinth.api.manifest.Manifest;
import java.util.List;

/**
 * What came of resolving a manifest's references.
 *
 * @param manifest the manifest with literals in place of every reference that could be resolved
 * @param references all references of the manifest, from which the order of several manifests
 *     follows
 * @param diagnostics references that could not be resolved, and what the rules say only of the
 *     resolved values, wherever it points
 */
public record Resolution<M extends Message>(
    Manifest<M> manifest, List<Reference> references, List<Diagnostic> diagnostics) {

  /** Copies the lists. */
  public Resolution {
    references = List.copyOf(references);
    diagnostics = List.copyOf(diagnostics);
  }
}
