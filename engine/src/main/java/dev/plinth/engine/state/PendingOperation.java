/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.engine.state;

/**
 * An operation that had begun when the state was written and of which no result was recorded.
 *
 * @param resource the resource as it would be after the operation
 */
public record PendingOperation(Type type, ResourceState resource) {

  /** What was being done, by Pulumi's names. */
  public enum Type {
    CREATING,
    UPDATING,
    DELETING,
    READING,
    IMPORTING
  }
}
