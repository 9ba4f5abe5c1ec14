/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.cli.command;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What {@code plinth state} can do. */
enum StateAction {
  LIST("", "the URNs of a stack's resources, and what is unfinished"),
  SHOW("URN", "one resource"),
  EXPORT("", "the stack, as pulumi stack import reads it"),
  IMPORT("FILE", "put what export or pulumi stack export wrote in a stack's place"),
  DELETE("URN", "forget a resource, which goes on to exist"),
  SETTLE("URN", "say what became of an unfinished create: --id ID or --gone"),
  UNLOCK("", "take the lock away from a run that cannot give it back");

  private final String operand;
  private final String summary;

  StateAction(String operand, String summary) {
    this.operand = operand;
    this.summary = summary;
  }

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  boolean takesOperand() {
    return !operand.isEmpty();
  }

  /** The word with what must follow it. */
  String usage() {
    return takesOperand() ? word() + " " + operand : word();
  }

  static Optional<StateAction> of(String word) {
    return Arrays.stream(values()).filter(action -> action.word().equals(word)).findFirst();
  }

  /** All of them, for the help text. */
  static String list() {
    return Arrays.stream(values())
        .map(action -> action.usage() + ": " + action.summary)
        .collect(Collectors.joining("; "));
  }
}
