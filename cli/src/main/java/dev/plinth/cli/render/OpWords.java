/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.cli.render;

import dev.plinth.cli.render.Palette.Color;
import dev.plinth.engine.step.Op;

/**
 * Pulumi's words for an operation.
 *
 * @param symbol two columns wide
 * @param plan what a preview says
 * @param running what is said while it goes on
 * @param done what is said once it has succeeded
 * @param counted what a summary says of a number of them
 */
record OpWords(
    String symbol, Color color, String plan, String running, String done, String counted) {

  static OpWords of(Op op) {
    return switch (op) {
      case SAME -> new OpWords("  ", Color.NONE, "", "", "", "unchanged");
      case CREATE -> new OpWords("+ ", Color.GREEN, "create", "creating", "created", "created");
      case UPDATE -> new OpWords("~ ", Color.YELLOW, "update", "updating", "updated", "updated");
      case DELETE -> new OpWords("- ", Color.RED, "delete", "deleting", "deleted", "deleted");
      case REPLACE ->
          new OpWords("+-", Color.BRIGHT_MAGENTA, "replace", "replacing", "replaced", "replaced");
      case CREATE_REPLACEMENT ->
          new OpWords(
              "++",
              Color.BRIGHT_GREEN,
              "create replacement",
              "creating replacement",
              "created replacement",
              "created replacement");
      case DELETE_REPLACED ->
          new OpWords(
              "--",
              Color.BRIGHT_RED,
              "delete original",
              "deleting original",
              "deleted original",
              "deleted");
      case READ -> new OpWords("> ", Color.BRIGHT_CYAN, "read", "reading", "read", "read");
      case READ_REPLACEMENT ->
          new OpWords(
              ">>",
              Color.BRIGHT_MAGENTA,
              "read replacement",
              "reading for replacement",
              "read for replacement",
              "read for replacement");
      case REFRESH ->
          new OpWords("~ ", Color.YELLOW, "refresh", "refreshing", "refreshed", "refreshed");
      case DISCARD ->
          new OpWords("< ", Color.RED, "discard", "discarding", "discarded", "discarded");
      case DISCARD_REPLACED ->
          new OpWords(
              "<<",
              Color.RED,
              "discard original",
              "discarding original",
              "discarded original",
              "discarded");
      case REMOVE_PENDING_REPLACE ->
          new OpWords("~ ", Color.NONE, "forget", "forgetting", "forgotten", "forgotten");
      case IMPORT -> new OpWords("= ", Color.GREEN, "import", "importing", "imported", "imported");
      case IMPORT_REPLACEMENT ->
          new OpWords(
              "=>",
              Color.BRIGHT_MAGENTA,
              "import replacement",
              "importing replacement",
              "imported replacement",
              "imported");
    };
  }
}
