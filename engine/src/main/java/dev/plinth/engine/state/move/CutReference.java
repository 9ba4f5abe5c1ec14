/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.engine.state.move;

import dev.plinth.engine.urn.Urn;

/**
 * A reference that a move cuts, because what refers and what is referred to are in different stacks
 * after it.
 *
 * @param resource what refers, as its present stack calls it
 * @param property which of its properties does, for a dependency of one; else the empty string
 */
public record CutReference(Urn resource, Kind kind, String property, Urn target) {

  /** How a resource refers to another. */
  public enum Kind {
    DEPENDENCY,
    PROPERTY_DEPENDENCY,
    DELETED_WITH
  }

  /** In Pulumi's words. */
  @Override
  public String toString() {
    return switch (kind) {
      case DEPENDENCY -> resource + " has a dependency on " + target;
      case PROPERTY_DEPENDENCY ->
          resource + " (" + property + ") has a property dependency on " + target;
      case DELETED_WITH -> resource + " is marked as deleted with " + target;
    };
  }
}
