/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.engine.wire;

/**
 * The strings that stand for a value that is not known yet. The constants are Pulumi's (its {@code
 * sdk/go/common/resource/plugin/rpc.go}). All are understood; only {@link #UNKNOWN_STRING} is
 * written, because the Java SDK takes the typed ones for ordinary strings.
 */
public final class Sentinel {
  public static final String UNKNOWN_STRING = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

  /** Every sentinel has the length of a UUID, which spares nearly every string the comparison. */
  private static final int LENGTH = UNKNOWN_STRING.length();

  private Sentinel() {}

  /** Whether a string is one of the seven sentinels. */
  public static boolean isUnknown(String text) {
    return text.length() == LENGTH
        && switch (text) {
          case UNKNOWN_STRING,
              "1c4a061d-8072-4f0a-a4cb-0ff528b18fe7", // boolean
              "3eeb2bf0-c639-47a8-9e75-3b44932eb421", // number
              "6a19a0b0-7e62-4c92-b797-7f8e31da9cc2", // list
              "030794c1-ac77-496b-92df-f27374a8bd58", // asset
              "e48ece36-62e2-4504-bad9-02848725956a", // archive
              "dd056dcd-154b-4c76-9bd3-c8f88648b5ff" // object
              ->
              true;
          default -> false;
        };
  }
}
