/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.schema;

/** When two texts of a property mean the same to AWS though they differ. */
@FunctionalInterface
public interface Equivalence {
  /** Only the same text means the same. */
  Equivalence TEXT = String::equals;

  boolean same(String left, String right);
}
