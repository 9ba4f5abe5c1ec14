/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.cli.render;

/** A number of things, in words. */
public final class Quantity {
  private Quantity() {}

  /** For instance {@code 1 error} or {@code 2 errors}. */
  public static String of(long count, String singular) {
    return count + " " + singular + (count == 1 ? "" : "s");
  }
}
