/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.cli.run;

import java.util.List;

/** Says what the local account took to exist, for nothing is to be silent. */
final class AssumedText {
  private AssumedText() {}

  static String of(List<String> assumed) {
    if (assumed.isEmpty()) {
      return "";
    }
    StringBuilder text = new StringBuilder("\nAssumed to exist in the local account:\n");
    assumed.forEach(thing -> text.append("    ").append(thing).append('\n'));
    return text.append("With --strict each of these is an error.\n").toString();
  }
}
