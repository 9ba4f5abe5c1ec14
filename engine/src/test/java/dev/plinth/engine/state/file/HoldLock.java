/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.engine.state.file;

import dev.plinth.engine.state.StackName;
import java.nio.file.Path;
import java.util.Map;

/** A process that locks a stack, says so, and holds it until it is killed. */
final class HoldLock {
  private HoldLock() {}

  public static void main(String[] args) throws Exception {
    new FileStateStore(Path.of(args[0]), Map.of()).open(new StackName(args[1], args[2]));
    System.out.println("locked");
    System.out.flush();
    Thread.currentThread().join();
  }
}
