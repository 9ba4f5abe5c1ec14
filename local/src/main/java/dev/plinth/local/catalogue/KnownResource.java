/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.local.catalogue;

import java.util.Map;
import java.util.Optional;

/**
 * A thing that exists in the account.
 *
 * @param id in the form that {@link ResourceKind} gives for the kind
 * @param attributes what is known of it, for example {@code vpc} of a subnet
 * @param assumedBy the call for whose sake it was assumed, or empty when it was declared
 */
public record KnownResource(
    ResourceKind kind, String id, Map<String, String> attributes, Optional<String> assumedBy) {
  /** The attribute that names the VPC of a subnet or security group. */
  public static final String VPC = "vpc";

  /** The attribute that names the newest version of an object in a versioned bucket. */
  public static final String VERSION = "version";

  /** The attribute that stands for the bytes of an object or image: another text, other bytes. */
  public static final String CONTENT = "content";

  /** The attribute that has the visibility timeout of a queue, in seconds. */
  public static final String VISIBILITY_TIMEOUT = "visibility-timeout";

  public KnownResource {
    attributes = Map.copyOf(attributes);
  }

  public static KnownResource declared(
      ResourceKind kind, String id, Map<String, String> attributes) {
    return new KnownResource(kind, id, attributes, Optional.empty());
  }

  static KnownResource assumed(ResourceKind kind, String id, String call) {
    return new KnownResource(kind, id, Map.of(), Optional.of(call));
  }

  /** What is known of the thing by a name, if anything. */
  public Optional<String> attribute(String name) {
    return Optional.ofNullable(attributes.get(name));
  }

  boolean isDeclared() {
    return assumedBy.isEmpty();
  }
}
