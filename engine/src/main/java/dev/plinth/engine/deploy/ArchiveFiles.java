/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.engine.deploy;

import dev.plinth.engine.asset.ArchiveChanges;
import dev.plinth.engine.asset.ArchiveListing;
import dev.plinth.engine.asset.AssetHasher;
import dev.plinth.engine.event.ResourceView;
import dev.plinth.engine.event.StepInfo;
import dev.plinth.engine.value.PropertyValue.ArchiveValue;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Tells which files differ where a step gives a resource another archive. */
final class ArchiveFiles {
  private final AssetHasher hasher;
  private final Supplier<Map<String, ArchiveListing>> kept;
  private @Nullable Map<String, ArchiveListing> read;

  /**
   * @param hasher has read the archives of this run
   * @param kept what earlier runs read, by hash
   */
  ArchiveFiles(AssetHasher hasher, Supplier<Map<String, ArchiveListing>> kept) {
    this.hasher = hasher;
    this.kept = kept;
  }

  /** The step with the files that differ, as far as both listings are known. */
  StepInfo of(StepInfo step) {
    Map<String, ArchiveChanges> files = new TreeMap<>();
    for (String property : step.diff().keySet()) {
      Optional<String> before = hash(step.before(), property);
      Optional<String> after = hash(step.after(), property);
      if (before.isPresent() && after.isPresent() && !before.equals(after)) {
        Optional<ArchiveListing> old = Optional.ofNullable(kept().get(before.get()));
        Optional<ArchiveListing> now = Optional.ofNullable(hasher.listings().get(after.get()));
        if (old.isPresent() && now.isPresent()) {
          files.put(property, old.get().changesTo(now.get()));
        }
      }
    }
    return files.isEmpty() ? step : step.withFiles(files);
  }

  /** Read once, and not before it is needed. */
  private synchronized Map<String, ArchiveListing> kept() {
    if (read == null) {
      read = kept.get();
    }
    return read;
  }

  private static Optional<String> hash(Optional<ResourceView> view, String property) {
    return view.flatMap(resource -> resource.inputs().get(property))
        .filter(ArchiveValue.class::isInstance)
        .map(ArchiveValue.class::cast)
        .flatMap(value -> value.archive().hash());
  }
}
