/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.cli.render;

import dev.plinth.api.diagnostic.Diagnostic;
import dev.plinth.aws.client.CallWatch;
import dev.plinth.cli.env.Env;
import dev.plinth.cli.render.Turns.Turn;
import dev.plinth.cli.telemetry.Telemetry;
import dev.plinth.engine.event.EngineEvent;
import java.io.PrintStream;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** The readers of a command's runs, in the form that the user asked for. */
public final class Reports implements AutoCloseable {
  private final Env env;
  private final boolean json;
  private final Palette palette;
  private final Optional<EventLog> log;
  private final Telemetry telemetry;
  private final EventLines lines;
  private boolean shownBefore;

  /**
   * @param json whether standard output is for programs
   * @param log takes every event too; closed with the reports
   * @param telemetry observes every run too; closed with the reports
   */
  public Reports(
      Env env, boolean json, Palette palette, Optional<EventLog> log, Telemetry telemetry) {
    this.env = env;
    this.json = json;
    this.palette = palette;
    this.log = log;
    this.telemetry = telemetry;
    this.lines = new EventLines(this::write, env.clock());
  }

  /**
   * A report for each of several stacks, which are worked on at the same time and are shown one
   * after the other, in this order. JSON events are written as they come.
   */
  public List<StackReport> each(int count) {
    Turns turns = new Turns(count);
    return IntStream.range(0, count)
        .mapToObj(number -> new StackReport(this, turns.get(number)))
        .toList();
  }

  Consumer<EngineEvent> preview(Origins origins, Turn turn) {
    return logged(
        json ? new DigestJson(text -> turn.write(() -> write(text)), origins) : text(origins, turn),
        origins);
  }

  Consumer<EngineEvent> run(Origins origins, Turn turn) {
    return logged(json ? new EventJson(lines, origins) : text(origins, turn), origins);
  }

  private Consumer<EngineEvent> logged(Consumer<EngineEvent> shown, Origins origins) {
    Consumer<EngineEvent> logged =
        log.map(file -> shown.andThen(file.reader(origins))).orElse(shown);
    return telemetry.reader().map(logged::andThen).orElse(logged);
  }

  private void write(String text) {
    env.out().print(text);
    env.out().flush();
  }

  /** One report after the other, with a line between. */
  private Consumer<EngineEvent> text(Origins origins, Turn turn) {
    turn.write(this::separate);
    return new TextReport(text -> turn.write(() -> write(text)), palette, env.width(), origins);
  }

  private void separate() {
    if (shownBefore) {
      say("\n");
    }
    shownBefore = true;
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

  /** Observes the calls to AWS. */
  public CallWatch calls() {
    return telemetry.calls();
  }

  Palette palette() {
    return palette;
  }

  @Override
  public void close() {
    log.ifPresent(EventLog::close);
    telemetry.close();
  }
}
