/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.lambda;

import dev.plinth.aws.resource.Prior;
import java.util.Optional;

/** A function as programs name it: by name, partial ARN or ARN, perhaps with a version or alias. */
record FunctionReference(String name, Optional<String> qualifier) {
  private static final String KIND = "function:";

  static FunctionReference of(String text) {
    int kind = text.indexOf(KIND);
    String rest = kind < 0 ? text : text.substring(kind + KIND.length());
    int colon = rest.indexOf(':');
    return colon < 0
        ? new FunctionReference(rest, Optional.empty())
        : new FunctionReference(rest.substring(0, colon), Optional.of(rest.substring(colon + 1)));
  }

  /** Whether two texts name the same function; accounts and regions count where both have them. */
  static boolean same(String left, String right) {
    boolean arns = left.startsWith("arn:") && right.startsWith("arn:");
    return arns ? left.equals(right) : of(left).equals(of(right));
  }

  /** The program's own way to name the function, where that still is the actual one. */
  static String kept(Prior prior, String property, String actual) {
    return prior.saidText(property).filter(said -> same(said, actual)).orElse(actual);
  }
}
