/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.engine.provider;

/** What became of a create whose answer was never recorded. */
public sealed interface Found {

  /**
   * It took effect.
   *
   * @param resource the resource as it is now, finished or not
   */
  record Created(ReadResult resource) implements Found {
    public Created {
      if (!resource.exists()) {
        throw new IllegalArgumentException("a resource that was created exists");
      }
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitCreated(this);
    }
  }

  /** It never took effect, and never will. */
  record NotCreated() implements Found {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitNotCreated(this);
    }
  }

  /**
   * The provider cannot tell.
   *
   * @param reason why, for the user
   */
  record Unknown(String reason) implements Found {
    @Override
    public <R> R accept(Visitor<R> visitor) {
      return visitor.visitUnknown(this);
    }
  }

  /** One method per answer. */
  interface Visitor<R> {
    R visitCreated(Created answer);

    R visitNotCreated(NotCreated answer);

    R visitUnknown(Unknown answer);
  }

  <R> R accept(Visitor<R> visitor);
}
