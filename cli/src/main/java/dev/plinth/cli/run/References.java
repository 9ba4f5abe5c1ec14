/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.cli.run;

import dev.plinth.api.diagnostic.Diagnostic;
import dev.plinth.api.diagnostic.ManifestException;
import dev.plinth.api.manifest.Manifest;
import dev.plinth.api.reference.OutputsSource;
import dev.plinth.api.reference.Reference;
import dev.plinth.api.reference.ReferenceResolver;
import dev.plinth.api.reference.Resolution;
import dev.plinth.api.reference.ResourceKey;
import dev.plinth.api.validation.ManifestValidator;
import dev.plinth.cli.stack.PlannedStack;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Puts the outputs of other stacks and of documents in the place of references. */
final class References {
  private static final String ABOUT_REFERENCES = "reference.";

  private final ReferenceResolver resolver;

  References(ManifestValidator validator, List<OutputsSource> sources) {
    this.resolver = new ReferenceResolver(sources, validator);
  }

  /**
   * The stack's manifests without references.
   *
   * @param pending which resources have outputs that may not be known yet, so that the rules for
   *     literals do not apply to them
   * @throws ManifestException with every reference that cannot be resolved
   */
  List<Manifest<?>> resolve(PlannedStack stack, Predicate<ResourceKey> pending) {
    List<Manifest<?>> resolved = new ArrayList<>();
    List<Diagnostic> found = new ArrayList<>();
    for (Manifest<?> manifest : stack.manifests()) {
      Resolution<?> resolution = resolver.resolve(manifest);
      resolved.add(resolution.manifest());
      resolution.diagnostics().stream()
          .filter(diagnostic -> !isOfPending(diagnostic, resolution, pending))
          .forEach(found::add);
    }
    ManifestException.throwIfAnyError(found);
    return resolved;
  }

  /** A finding at no reference's field follows from all values together, the pending ones too. */
  private static boolean isOfPending(
      Diagnostic diagnostic, Resolution<?> resolution, Predicate<ResourceKey> pending) {
    if (diagnostic.code().startsWith(ABOUT_REFERENCES)
        || resolution.references().stream()
            .noneMatch(reference -> pending.test(reference.target()))) {
      return false;
    }
    List<Reference> at =
        resolution.references().stream()
            .filter(reference -> diagnostic.fieldPath().startsWith(fieldOf(reference)))
            .toList();
    return at.isEmpty() || at.stream().anyMatch(reference -> pending.test(reference.target()));
  }

  /** Without the index: where a list came in the place of a reference, later entries have moved. */
  private static String fieldOf(Reference reference) {
    String path = reference.fieldPath();
    int bracket = path.indexOf('[');
    return bracket < 0 ? path : path.substring(0, bracket);
  }
}
