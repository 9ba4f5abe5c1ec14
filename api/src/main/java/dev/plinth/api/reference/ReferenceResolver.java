/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.api.reference;

import com.google.protobuf.Message;
import dev.plinth.api.diagnostic.Diagnostic;
import dev.plinth.api.diagnostic.Findings;
import dev.plinth.api.diagnostic.Severity;
import dev.plinth.api.diagnostic.SourceLocation;
import dev.plinth.api.manifest.FieldPath;
import dev.plinth.api.manifest.Manifest;
import dev.plinth.api.manifest.ManifestMetadata;
import dev.plinth.api.manifest.SourceMap;
import dev.plinth.api.validation.ManifestValidator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

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
    if (!substitution.resolved().isEmpty()) {
      findings.addAll(newFindings(manifest, resolved));
    }
    return new Resolution<>(resolved, substitution.references(), findings.sorted());
  }

  /**
   * What the rules say only now: of the values that took the place of references, and of all that
   * follows from them anywhere in the manifest.
   */
  private List<Diagnostic> newFindings(Manifest<?> before, Manifest<?> resolved) {
    Set<Said> said =
        validator.validate(before).stream().map(Said::of).collect(Collectors.toUnmodifiableSet());
    return validator.validate(resolved).stream()
        .filter(diagnostic -> !said.contains(Said.of(diagnostic)))
        .toList();
  }

  /**
   * What a finding says of a place in the file. Its path is left out, because entries move where a
   * list comes in the place of a reference.
   */
  private record Said(
      Severity severity, String code, Optional<SourceLocation> location, String words) {

    static Said of(Diagnostic diagnostic) {
      return new Said(
          diagnostic.severity(),
          diagnostic.code(),
          diagnostic.location(),
          diagnostic.message().replace(FieldPath.lastStep(diagnostic.fieldPath()), ""));
    }
  }

  private static String envOf(Message message) {
    return ManifestMetadata.of(message).getEnv();
  }
}
