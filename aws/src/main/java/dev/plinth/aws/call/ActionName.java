/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.call;

import java.util.List;

/** What the first word of an API call's name says of the call; AWS is strict in this. */
final class ActionName {
  private static final List<String> READS = List.of("Get", "List", "Describe", "Head");

  /** What makes one more of something, and so must not be done twice. */
  private static final List<String> MAKES =
      List.of(
          "Create", "Publish", "Add", "Run", "Start", "Send", "Allocate", "Register", "Authorize");

  private ActionName() {}

  static boolean isRead(String action) {
    return READS.stream().anyMatch(action::startsWith);
  }

  /** Whether the call may be made again when nobody knows what became of it. */
  static boolean isRepeatable(String action) {
    return MAKES.stream().noneMatch(action::startsWith);
  }
}
