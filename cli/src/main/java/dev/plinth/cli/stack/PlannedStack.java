/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.cli.stack;

import dev.plinth.api.manifest.Manifest;
import dev.plinth.api.manifest.ManifestMetadata;
import dev.plinth.engine.state.StackName;
import java.util.List;
import java.util.Set;

/**
 * A stack that manifests ask for.
 *
 * @param manifests what it is deployed from, at least one
 * @param needs the other stacks of the command that it refers to
 */
public record PlannedStack(
    StackName name, List<Manifest<?>> manifests, StackTags tags, Set<StackName> needs) {
  public PlannedStack {
    manifests = List.copyOf(manifests);
    needs = Set.copyOf(needs);
  }

  /** One that refers to no other stack of the command. */
  PlannedStack(StackName name, List<Manifest<?>> manifests, StackTags tags) {
    this(name, manifests, tags, Set.of());
  }

  PlannedStack needing(Set<StackName> others) {
    return new PlannedStack(name, manifests, tags, others);
  }

  /**
   * Whether a stack with these tags was deployed from the same manifests, or from one of them, or
   * from several at once as this one is.
   */
  boolean continues(StackTags stored) {
    if (!stored.kind().equals(tags.kind())) {
      return false;
    }
    if (stored.isOfSeveral()) {
      return tags.isOfSeveral();
    }
    return manifests.stream()
        .map(manifest -> StackTags.of(stored.kind(), ManifestMetadata.of(manifest.message())))
        .anyMatch(stored::equals);
  }
}
