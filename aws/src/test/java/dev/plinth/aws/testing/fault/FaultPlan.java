/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.testing.fault;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Decides what becomes of each call. The decision depends on the seed, on what is asked, and on how
 * often the same was asked before, and on nothing else: threads may come in any order. Only which
 * questions share a call is a matter of time.
 */
public final class FaultPlan {
  private final long seed;
  private final double share;
  private final Map<Integer, Integer> asked = new ConcurrentHashMap<>();
  private final Map<Fate, Integer> counts = new EnumMap<>(Fate.class);

  /**
   * @param share the part of the calls that is spoiled
   */
  public FaultPlan(long seed, double share) {
    this.seed = seed;
    this.share = share;
  }

  /** The fate of a call, which is counted. */
  Fate of(HttpMessage request) {
    int what = Arrays.hashCode(new Object[] {request.firstLine(), request.header("x-amz-target")});
    what = 31 * what + Arrays.hashCode(request.body());
    Random random = new Random(seed + 1_000_003L * what + asked.merge(what, 1, Integer::sum));
    random.nextInt(); // the first number of neighbouring seeds is much the same
    Fate fate =
        random.nextDouble() < share
            ? Fate.SPOILED.get(random.nextInt(Fate.SPOILED.size()))
            : Fate.PASSED;
    synchronized (counts) {
      counts.merge(fate, 1, Integer::sum);
    }
    return fate;
  }

  /** How many calls had each fate. */
  public Map<Fate, Integer> counts() {
    synchronized (counts) {
      return new EnumMap<>(counts);
    }
  }
}
