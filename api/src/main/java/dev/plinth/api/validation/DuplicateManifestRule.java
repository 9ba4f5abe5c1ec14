/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.api.validation;

import dev.plinth.api.diagnostic.Findings;
import dev.plinth.api.manifest.Manifest;
import dev.plinth.api.manifest.ManifestMetadata;
import dev.plinth.proto.shared.CloudResourceMetadata;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * No two manifests of one run describe the same resource, for the second would undo what the first
 * did.
 */
final class DuplicateManifestRule {
  private DuplicateManifestRule() {}

  static void check(List<Manifest<?>> manifests, Findings findings) {
    Map<String, Manifest<?>> first = new HashMap<>();
    for (Manifest<?> manifest : manifests) {
      CloudResourceMetadata metadata = ManifestMetadata.of(manifest.message());
      String kind = manifest.message().getDescriptorForType().getName();
      Manifest<?> other =
          metadata.getName().isEmpty() ? null : first.putIfAbsent(key(kind, metadata), manifest);
      if (other != null) {
        findings.error(
            "manifest.duplicate-resource",
            manifest.sources().locate("metadata.name"),
            "metadata.name",
            "%s %s is described here and in %s."
                .formatted(kind, metadata.getName(), other.sources().locate("metadata.name")),
            "rename one of the two, or give them different values of metadata.env.");
      }
    }
  }

  private static String key(String kind, CloudResourceMetadata metadata) {
    return String.join("\n", kind, metadata.getOrg(), metadata.getEnv(), metadata.getName());
  }
}
