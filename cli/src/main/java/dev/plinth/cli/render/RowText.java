/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.cli.render;

import dev.plinth.cli.render.Palette.Color;
import dev.plinth.engine.event.StepInfo;
import dev.plinth.engine.urn.ProviderReference;
import dev.plinth.engine.urn.Urn;
import java.time.Duration;
import java.util.Comparator;

/** One line for one step: symbol, type, name, status. */
final class RowText {
  /** The stack first, then providers, then everything by name. */
  static final Comparator<StepInfo> ORDER =
      Comparator.<StepInfo>comparingInt(step -> rank(step.urn().type()))
          .thenComparing(step -> step.urn().name())
          .thenComparing(StepInfo::urn)
          .thenComparing(StepInfo::op);

  private final Palette palette;

  RowText(Palette palette) {
    this.palette = palette;
  }

  String planned(StepInfo step) {
    return row(step, OpWords.of(step.op()).plan(), Color.NONE);
  }

  String running(StepInfo step) {
    return row(step, OpWords.of(step.op()).running(), Color.NONE);
  }

  String done(StepInfo step, Duration elapsed) {
    String word = OpWords.of(step.op()).done();
    boolean timed = !elapsed.isZero() && !word.isEmpty() && !isRootStack(step);
    return row(step, timed ? word + " " + Durations.ofStep(elapsed) : word, Color.NONE);
  }

  String failed(StepInfo step, Duration elapsed) {
    OpWords words = OpWords.of(step.op());
    return row(step, "**" + words.running() + " failed** " + Durations.ofStep(elapsed), Color.RED);
  }

  /** Whether a step is worth a line: what is unchanged is counted only, but for the stack. */
  static boolean isShown(StepInfo step) {
    if (step.isInternal()) {
      return false;
    }
    return switch (step.op()) {
      case SAME -> isRootStack(step);
      case REFRESH -> step.after().isEmpty() || !step.diff().isEmpty();
      case REMOVE_PENDING_REPLACE -> false;
      default -> true;
    };
  }

  static boolean isRootStack(StepInfo step) {
    return step.urn().type().equals(Urn.ROOT_STACK_TYPE);
  }

  private String row(StepInfo step, String status, Color statusColor) {
    OpWords words = OpWords.of(step.op());
    String shown =
        " "
            + palette.paint(words.color(), words.symbol())
            + " "
            + TypeName.shown(step.urn().type())
            + " "
            + Printable.of(step.urn().name())
            + (status.isEmpty() ? "" : " " + palette.paint(statusColor, status));
    return shown + "\n";
  }

  private static int rank(String type) {
    if (type.equals(Urn.ROOT_STACK_TYPE)) {
      return 0;
    }
    return ProviderReference.isProviderType(type) ? 1 : 2;
  }
}
