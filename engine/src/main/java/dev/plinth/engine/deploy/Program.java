/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.engine.deploy;

import java.util.concurrent.CompletableFuture;

/** Says which resources a stack is to have, by registering them. */
@FunctionalInterface
public interface Program {
  /**
   * Starts the program and returns at once.
   *
   * @return completes when the program has registered all it will; fails with a {@link
   *     ProgramException} when the program itself went wrong
   */
  CompletableFuture<Void> start(ResourceMonitor monitor);
}
