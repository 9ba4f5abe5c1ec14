/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.call;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Calls for which it is an answer, and no failure, that something does not exist. */
public final class Lookup {
  private Lookup() {}

  /** What a read finds. */
  public static <T> Optional<T> find(Operation operation, String action, Supplier<T> read) {
    return operation.ifThere(action, read);
  }

  /** Deletes something that may be gone already. */
  public static void delete(
      Operation operation, String action, List<RetryRule> rules, Supplier<?> deletion) {
    operation.ifThere(action, rules, deletion);
  }
}
