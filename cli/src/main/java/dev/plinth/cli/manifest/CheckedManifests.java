/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.cli.manifest;

import dev.plinth.api.diagnostic.Diagnostic;
import dev.plinth.api.manifest.LoadResult;
import dev.plinth.api.manifest.Manifest;
import java.util.List;

/**
 * What came of reading and checking.
 *
 * @param diagnostics all that was found, by place
 */
public record CheckedManifests(LoadResult loaded, List<Diagnostic> diagnostics) {
  public CheckedManifests {
    diagnostics = List.copyOf(diagnostics);
  }

  /** The documents of a known kind, in the order of the command line. */
  public List<Manifest<?>> manifests() {
    return loaded.manifests();
  }

  /** Whether anything stops a deployment. */
  public boolean hasErrors() {
    return diagnostics.stream().anyMatch(Diagnostic::isError);
  }
}
