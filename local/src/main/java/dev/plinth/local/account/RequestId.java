/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.local.account;

import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Identifiers in the shape that AWS gives requests and revisions.
 *
 * <p>They need to differ, not to be unguessable: a secure random source would cost start-up time.
 */
public final class RequestId {
  private static final long VERSION_MASK = 0xffffffffffff0fffL;
  private static final long VERSION_4 = 0x4000L;
  private static final long VARIANT_MASK = 0x3fffffffffffffffL;
  private static final long VARIANT_RFC = 0x8000000000000000L;

  private RequestId() {}

  public static String next() {
    ThreadLocalRandom random = ThreadLocalRandom.current();
    long high = (random.nextLong() & VERSION_MASK) | VERSION_4;
    long low = (random.nextLong() & VARIANT_MASK) | VARIANT_RFC;
    return new UUID(high, low).toString();
  }
}
