/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.cli.render;

import dev.plinth.cli.render.Turns.Turn;
import dev.plinth.engine.event.EngineEvent;
import java.util.function.Consumer;

/** What a command tells of one of its stacks. */
public final class StackReport implements AutoCloseable {
  private final Reports reports;
  private final Turn turn;

  StackReport(Reports reports, Turn turn) {
    this.reports = reports;
    this.turn = turn;
  }

  /** Shows a preview for its own sake. */
  public Consumer<EngineEvent> preview(Origins origins) {
    return reports.preview(origins, turn);
  }

  /** Shows a run that changes things. */
  public Consumer<EngineEvent> run(Origins origins) {
    return reports.run(origins, turn);
  }

  /** Says something to people. */
  public void say(String lines) {
    turn.write(() -> reports.say(lines));
  }

  /** Lists what is left to do after a run that was stopped. */
  public LeftoverText leftover() {
    return new LeftoverText(reports.palette());
  }

  /** Nothing more will be told of this stack. */
  @Override
  public void close() {
    turn.end();
  }
}
