/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.programs.awslambda;

import dev.plinth.proto.shared.CloudResourceMetadata;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The AWS tags of a manifest's resources.
 *
 * <p>Six tags say whose the resource is: {@code resource}, {@code organization}, {@code
 * environment}, {@code resource-kind}, {@code resource-id} and {@code name}. One whose metadata is
 * empty is left out, because an empty tag answers no query and still counts against AWS's limit of
 * 50. {@code metadata.labels} follow, then {@code metadata.tags}: {@code key=value}, or a bare
 * word, which becomes a key with an empty value. The keys of the six are never taken from either,
 * not even when the tag itself is left out: policies must be able to trust who wrote them.
 *
 * @param values key to value, sorted by key
 * @param warnings what the manifest asked for that another tag stands in place of
 */
public record Tags(Map<String, String> values, List<String> warnings) {
  /** Set on everything that Plinth makes. */
  public static final String RESOURCE = "resource";

  /** {@code metadata.org}. */
  public static final String ORGANIZATION = "organization";

  /** {@code metadata.env}. */
  public static final String ENVIRONMENT = "environment";

  /** The kind of the manifest. */
  public static final String RESOURCE_KIND = "resource-kind";

  /** {@code metadata.id}. */
  public static final String RESOURCE_ID = "resource-id";

  /** {@code metadata.name}. */
  public static final String NAME = "name";

  private static final Set<String> OWN_KEYS =
      Set.of(RESOURCE, ORGANIZATION, ENVIRONMENT, RESOURCE_KIND, RESOURCE_ID, NAME);

  /** The tags of a resource of this kind and metadata. */
  public static Tags of(String kind, CloudResourceMetadata metadata) {
    Collector tags = new Collector(metadata.getName());
    tags.own(RESOURCE, "true");
    tags.own(ORGANIZATION, metadata.getOrg());
    tags.own(ENVIRONMENT, metadata.getEnv());
    tags.own(RESOURCE_KIND, kind);
    tags.own(RESOURCE_ID, metadata.getId());
    tags.own(NAME, metadata.getName());
    new TreeMap<>(metadata.getLabelsMap())
        .forEach((key, value) -> tags.further("metadata.labels", key, value));
    for (String tag : metadata.getTagsList()) {
      int separator = tag.indexOf('=');
      String key = separator < 0 ? tag : tag.substring(0, separator);
      tags.further("metadata.tags", key, separator < 0 ? "" : tag.substring(separator + 1));
    }
    return new Tags(Collections.unmodifiableMap(tags.values), List.copyOf(tags.warnings));
  }

  /** Gathers tags in falling precedence: the first value of a key stays. */
  private static final class Collector {
    private final String manifest;
    private final Map<String, String> values = new TreeMap<>();
    private final List<String> warnings = new ArrayList<>();

    Collector(String manifest) {
      this.manifest = manifest;
    }

    void own(String key, String value) {
      if (!value.isEmpty()) {
        values.put(key, value);
      }
    }

    void further(String source, String key, String value) {
      String present = OWN_KEYS.contains(key) ? values.getOrDefault(key, "") : values.get(key);
      if (present == null) {
        values.put(key, value);
      } else if (!present.equals(value)) {
        warnings.add(
            "%s: %s asks for the tag %s, which is already %s; the tag stays as it is."
                .formatted(manifest, source, key, present.isEmpty() ? "reserved" : "taken"));
      }
    }
  }
}
