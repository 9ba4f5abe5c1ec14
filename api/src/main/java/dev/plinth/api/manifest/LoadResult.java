/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.api.manifest;

import com.google.protobuf.Message;
import dev.plinth.api.diagnostic.Diagnostic;
import java.util.List;

/**
 * What came of reading documents.
 *
 * @param manifests the documents of a known kind in the order in which they were read, those with
 *     errors included, so that validation can report what else is wrong with them
 * @param diagnostics what was found while reading, by place
 */
public record LoadResult(List<Manifest<?>> manifests, List<Diagnostic> diagnostics) {

  /** Copies the lists. */
  public LoadResult {
    manifests = List.copyOf(manifests);
    diagnostics = List.copyOf(diagnostics);
  }

  /** Whether anything was found that stops a deployment. */
  public boolean hasErrors() {
    return diagnostics.stream().anyMatch(Diagnostic::isError);
  }

  /** The documents of one kind. */
  public <M extends Message> List<Manifest<M>> of(KindDescriptor<M> kind) {
    return manifests.stream()
        .filter(manifest -> kind.prototype().getClass().isInstance(manifest.message()))
        .map(manifest -> cast(manifest, kind.prototype()))
        .toList();
  }

  private static <M extends Message> Manifest<M> cast(Manifest<?> manifest, M prototype) {
    @SuppressWarnings("unchecked") // The caller has compared the classes.
    M message = (M) prototype.getClass().cast(manifest.message());
    return new Manifest<>(message, manifest.sources(), manifest.documentName());
  }
}
