/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.engine.state;

import java.util.UUID;

/**
 * An operation that had begun when the state was written and of which no result was recorded.
 *
 * @param resource the resource as it would be after the operation; for one that deletes, what it
 *     leaves, or the resource as it was
 * @param intent names the operation, to the provider too, so that it can tell later what became of
 *     it; the empty string where another tool began it
 */
public record PendingOperation(Type type, ResourceState resource, String intent) {

  /** What was being done, by Pulumi's names. */
  public enum Type {
    CREATING,
    UPDATING,
    DELETING,
    READING,
    IMPORTING
  }

  /** An operation that another tool began. */
  public PendingOperation(Type type, ResourceState resource) {
    this(type, resource, "");
  }

  /** An operation that is about to begin; no two have the same intent. */
  public static PendingOperation begin(Type type, ResourceState resource) {
    return new PendingOperation(type, resource, UUID.randomUUID().toString());
  }
}
