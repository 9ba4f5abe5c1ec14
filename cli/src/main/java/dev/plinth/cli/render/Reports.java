/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.cli.render;

import dev.plinth.api.diagnostic.Diagnostic;
import dev.plinth.cli.env.Env;
import dev.plinth.engine.event.EngineEvent;
import java.io.PrintStream;
import java.util.List;
import java.util.function.Consumer;

/** The readers of a command's runs, in the form that the user asked for. */
public final class Reports {
  private final Env env;
  private final boolean json;
  private final Palette palette;
  private boolean shownBefore;

  /**
   * @param json whether standard output is for programs
   */
  public Reports(Env env, boolean json, Palette palette) {
    this.env = env;
    this.json = json;
    this.palette = palette;
  }

  /** Shows a preview for its own sake. */
  public Consumer<EngineEvent> preview(Origins origins) {
    return json ? new DigestJson(env.out(), origins) : text(origins);
  }

  /** Shows a run that changes things. */
  public Consumer<EngineEvent> run(Origins origins) {
    return json ? new EventJson(env.out(), env.clock(), origins) : text(origins);
  }

  /** One report after the other, with a line between. */
  private Consumer<EngineEvent> text(Origins origins) {
    if (shownBefore) {
      say("\n");
    }
    shownBefore = true;
    return new TextReport(env.out(), palette, env.width(), origins);
  }

  /** Says something to people. */
  public void say(String lines) {
    PrintStream stream = json ? env.err() : env.out();
    stream.print(lines);
    stream.flush();
  }

  /** Shows findings about manifests. */
  public void problems(List<Diagnostic> diagnostics) {
    ProblemText text = new ProblemText(palette);
    diagnostics.forEach(diagnostic -> env.err().print(text.of(diagnostic)));
    env.err().flush();
  }

  /** Lists what is left to do after a run that was stopped. */
  public LeftoverText leftover() {
    return new LeftoverText(palette);
  }
}
