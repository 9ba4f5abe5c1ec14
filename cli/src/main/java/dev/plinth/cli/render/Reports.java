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
import java.util.Optional;
import java.util.function.Consumer;

/** The readers of a command's runs, in the form that the user asked for. */
public final class Reports implements AutoCloseable {
  private final Env env;
  private final boolean json;
  private final Palette palette;
  private final Optional<EventLog> log;
  private final EventLines lines;
  private boolean shownBefore;

  /**
   * @param json whether standard output is for programs
   * @param log takes every event too; closed with the reports
   */
  public Reports(Env env, boolean json, Palette palette, Optional<EventLog> log) {
    this.env = env;
    this.json = json;
    this.palette = palette;
    this.log = log;
    this.lines = new EventLines(this::write, env.clock());
  }

  /** Shows a preview for its own sake. */
  public Consumer<EngineEvent> preview(Origins origins) {
    return logged(json ? new DigestJson(env.out(), origins) : text(origins), origins);
  }

  /** Shows a run that changes things. */
  public Consumer<EngineEvent> run(Origins origins) {
    return logged(json ? new EventJson(lines, origins) : text(origins), origins);
  }

  private Consumer<EngineEvent> logged(Consumer<EngineEvent> shown, Origins origins) {
    return log.map(file -> shown.andThen(file.reader(origins))).orElse(shown);
  }

  private void write(String line) {
    env.out().print(line);
    env.out().flush();
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

  @Override
  public void close() {
    log.ifPresent(EventLog::close);
  }
}
