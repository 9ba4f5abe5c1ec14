/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.api.reference;

import com.google.protobuf.Message;
import dev.plinth.api.diagnostic.Diagnostic;
import dev.plinth.api.diagnostic.Findings;
import dev.plinth.api.manifest.FieldPath;
import dev.plinth.api.manifest.Manifest;
import dev.plinth.api.manifest.ManifestMetadata;
import dev.plinth.api.manifest.SourceMap;
import dev.plinth.api.validation.ManifestValidator;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Puts values in the place of references.
 *
 * <p>A reference of a single field must lead to one value. In a list, a reference that leads to
 * several values (an output that is a list, or a path with {@code [*]}) is replaced by all of them,
 * in their order.
 */
public final class ReferenceResolver {
  private final List<OutputsSource> sources;
  private final ManifestValidator validator;

  /**
   * Resolves from the sources, of which an earlier one wins.
   *
   * @param validator checks the values that were found against the rules of the fields that get
   *     them
   */
  public ReferenceResolver(List<OutputsSource> sources, ManifestValidator validator) {
    this.sources = List.copyOf(sources);
    this.validator = validator;
  }

  /**
   * The references of a manifest, without looking for their values; incomplete ones are left out.
   */
  public static List<Reference> references(Manifest<?> manifest) {
    Substitution substitution =
        new Substitution(
            manifest.sources(), envOf(manifest.message()), List.of(), new Findings(), false);
    new ReferenceWalk(substitution).rewrite(manifest.message(), "");
    return substitution.references();
  }

  /** Resolves all references of a manifest; each that cannot be is reported and left as it is. */
  public <M extends Message> Resolution<M> resolve(Manifest<M> manifest) {
    Findings findings = new Findings();
    Substitution substitution =
        new Substitution(manifest.sources(), envOf(manifest.message()), sources, findings, true);
    @SuppressWarnings("unchecked") // A message's builder builds messages of its own class.
    M message = (M) new ReferenceWalk(substitution).rewrite(manifest.message(), "");
    SourceMap moved = manifest.sources().with(substitution.locations());
    Manifest<M> resolved = manifest.withMessage(message, moved);
    findings.addAll(newFindings(resolved, substitution.resolved()));
    return new Resolution<>(resolved, substitution.references(), findings.sorted());
  }

  /**
   * What the rules say of the values that took the place of references, and of the lists that they
   * joined.
   */
  private List<Diagnostic> newFindings(Manifest<?> resolved, Set<String> paths) {
    if (paths.isEmpty()) {
      return List.of();
    }
    List<Diagnostic> found = new ArrayList<>(validator.validate(resolved));
    found.removeIf(
        diagnostic ->
            paths.stream()
                .noneMatch(
                    path ->
                        FieldPath.isWithin(diagnostic.fieldPath(), path)
                            || diagnostic.fieldPath().equals(listOf(path))));
    return found;
  }

  private static String listOf(String path) {
    return path.endsWith("]") ? FieldPath.parent(path) : path;
  }

  private static String envOf(Message message) {
    return ManifestMetadata.of(message).getEnv();
  }
}
