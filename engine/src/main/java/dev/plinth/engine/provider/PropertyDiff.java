/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.engine.provider;

/**
 * How one property changes.
 *
 * @param kind whether it appears, goes or gets another value
 * @param replaces whether the change replaces the resource
 * @param inputDiff whether the old value is the old input's rather than the old output's
 */
public record PropertyDiff(Kind kind, boolean replaces, boolean inputDiff) {

  /** What happens to the property. */
  public enum Kind {
    ADD,
    DELETE,
    UPDATE
  }

  /** Pulumi's name of the kind, such as {@code update-replace}. */
  public String wireName() {
    String name =
        switch (kind) {
          case ADD -> "add";
          case DELETE -> "delete";
          case UPDATE -> "update";
        };
    return replaces ? name + "-replace" : name;
  }
}
