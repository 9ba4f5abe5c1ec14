/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.cli.render;

import dev.plinth.engine.event.EngineEvent.Summary;
import dev.plinth.engine.step.Op;
import java.util.EnumMap;
import java.util.Map;

/** How many resources were changed, in what way. */
final class CountsText {
  private final Palette palette;

  CountsText(Palette palette) {
    this.palette = palette;
  }

  /**
   * The section of a run's report.
   *
   * @param errored how many resources failed
   */
  String section(Summary summary, int errored) {
    Map<Op, Integer> changes = new EnumMap<>(Op.class);
    changes.putAll(summary.changes());
    int unchanged = changes.getOrDefault(Op.SAME, 0);
    changes.keySet().removeIf(op -> op == Op.SAME || op == Op.READ || !op.isLogical());
    StringBuilder text = new StringBuilder("Resources:\n");
    changes.forEach(
        (op, count) -> {
          OpWords words = OpWords.of(op);
          String what = summary.kind().isPreview() ? "to " + words.plan() : words.counted();
          String line = words.symbol() + count + " " + what;
          text.append("    ").append(palette.paint(words.color(), line)).append('\n');
        });
    if (errored > 0) {
      text.append("    ").append(errored).append(" errored\n");
    }
    String total = total(changes, unchanged, errored);
    if (!total.isEmpty()) {
      text.append("    ").append(total).append('\n');
    }
    return text.toString();
  }

  private static String total(Map<Op, Integer> changes, int unchanged, int errored) {
    int changed = changes.values().stream().mapToInt(Integer::intValue).sum();
    String kept = unchanged == 0 ? "" : unchanged + " unchanged";
    if (changes.isEmpty() && errored == 0) {
      return kept.isEmpty() ? "No changes." : "No changes. " + kept;
    }
    String sum = changes.size() > 1 ? changed + " changes." : "";
    return sum.isEmpty() || kept.isEmpty() ? sum + kept : sum + " " + kept;
  }
}
