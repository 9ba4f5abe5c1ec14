/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.engine.deploy;

import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * A process that runs a deployment up to one of its moments, says so, and goes no further with what
 * it was about to do there until it is killed.
 */
final class CrashProcess {
  private CrashProcess() {}

  public static void main(String[] args) {
    int last = Integer.parseInt(args[2]);
    AtomicInteger moments = new AtomicInteger();
    CrashWorld world =
        new CrashWorld(
            Path.of(args[0]),
            Integer.parseInt(args[3]),
            moment -> {
              if (moments.incrementAndGet() == last) {
                System.out.println("here");
                System.out.flush();
                stay();
              }
            });
    var unused = world.reach(CrashWorld.Goal.valueOf(args[1]));
    System.out.println("done");
  }

  private static void stay() {
    while (true) {
      LockSupport.park();
    }
  }
}
