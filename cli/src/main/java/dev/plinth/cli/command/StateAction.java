/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.cli.command;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What {@code plinth state} can do. */
enum StateAction {
  LIST("", "the URNs of a stack's resources, and what is unfinished"),
  SHOW("URN", "one resource"),
  HISTORY("", "the runs of a stack, the newest first"),
  EXPORT("", "the stack, as pulumi stack import reads it"),
  IMPORT("FILE", "put what export or pulumi stack export wrote in a stack's place"),
  MOVE("URN...", "make resources another stack's, with their children"),
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

  /** The options that go with no other action. */
  List<String> options() {
    return switch (this) {
      case SHOW -> List.of(StateCommand.SHOW_SECRETS);
      case HISTORY -> List.of(HistoryPage.SIZE, HistoryPage.PAGE, HistoryPage.FULL_DATES);
      case MOVE ->
          List.of(
              MoveOptions.SOURCE,
              MoveOptions.DESTINATION,
              MoveOptions.INCLUDE_PARENTS,
              MoveOptions.YES);
      case SETTLE -> List.of(StateCommand.ID, StateCommand.GONE);
      case LIST, EXPORT, IMPORT, DELETE, UNLOCK -> List.of();
    };
  }

  /** How many operands it needs. */
  int needs() {
    return operand.isEmpty() ? 0 : 1;
  }

  /** Whether it goes with so many operands. */
  boolean takes(int operands) {
    return operands == needs() || (operands > needs() && operand.endsWith("..."));
  }

  /** The word with what must follow it. */
  String usage() {
    return operand.isEmpty() ? word() : word() + " " + operand;
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
