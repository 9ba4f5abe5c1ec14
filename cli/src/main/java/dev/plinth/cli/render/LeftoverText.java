/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.cli.render;

import dev.plinth.engine.event.EngineEvent;
import dev.plinth.engine.event.EngineEvent.ResourceDone;
import dev.plinth.engine.event.StepInfo;
import dev.plinth.engine.step.Op;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Reads the preview of what a stopped run would still have done. */
public final class LeftoverText implements Consumer<EngineEvent> {
  private final RowText rows;
  private final List<StepInfo> steps = new ArrayList<>();

  LeftoverText(Palette palette) {
    this.rows = new RowText(palette);
  }

  @Override
  public void accept(EngineEvent event) {
    if (event instanceof ResourceDone done
        && done.step().op() != Op.SAME
        && done.step().op().isLogical()
        && RowText.isShown(done.step())) {
      steps.add(done.step());
    }
  }

  /** What is left, and how to go on. */
  public String text() {
    if (steps.isEmpty()) {
      return "\nInterrupted; nothing is left to do.\n";
    }
    StringBuilder text = new StringBuilder("\nInterrupted. Left to do:\n");
    steps.sort(RowText.ORDER);
    steps.forEach(step -> text.append(rows.planned(step)));
    return text.append("All that was done is saved; run the command again to go on.\n").toString();
  }
}
