/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.engine.event;

import dev.plinth.engine.asset.ArchiveChanges;
import dev.plinth.engine.provider.PropertyDiff;
import dev.plinth.engine.step.Op;
import dev.plinth.engine.urn.ProviderReference;
import dev.plinth.engine.urn.Urn;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * One step, as its events show it.
 *
 * @param before the resource as it was; empty for a create
 * @param after the resource as it is meant to be or has become; empty for a delete
 * @param diff what changes, by property path; empty for a create, a delete and a same
 * @param files what differs inside of archives, by the property that holds the archive; only where
 *     it is known what was in the old one
 */
public record StepInfo(
    Op op,
    Urn urn,
    Optional<ResourceView> before,
    Optional<ResourceView> after,
    Map<String, PropertyDiff> diff,
    Map<String, ArchiveChanges> files) {

  public StepInfo {
    diff = Collections.unmodifiableMap(new TreeMap<>(diff));
    files = Collections.unmodifiableMap(new TreeMap<>(files));
  }

  /** Of which no files are known. */
  public StepInfo(
      Op op,
      Urn urn,
      Optional<ResourceView> before,
      Optional<ResourceView> after,
      Map<String, PropertyDiff> diff) {
    this(op, urn, before, after, diff, Map.of());
  }

  public StepInfo withFiles(Map<String, ArchiveChanges> known) {
    return new StepInfo(op, urn, before, after, diff, known);
  }

  /** Whether the step is on a default provider, which is the engine's business and not people's. */
  public boolean isInternal() {
    return ProviderReference.isProviderType(urn.type()) && urn.name().startsWith("default");
  }
}
