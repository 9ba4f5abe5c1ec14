/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.cli.command;

import dev.plinth.cli.env.CommandException;
import dev.plinth.cli.env.Env;
import dev.plinth.cli.render.EventLog;
import dev.plinth.cli.render.Reports;
import dev.plinth.cli.telemetry.Telemetry;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/**
 * How the runs of a command are told of: on the streams, in a file, and to a collector of traces.
 *
 * @param command what the traces call it, such as {@code plinth up}
 */
record ReportOptions(String command, OutputOptions output, Optional<Path> eventLog) {
  private static final String EVENT_LOG = "--event-log";

  static void declare(CommandSpec spec) {
    spec.addOption(
        Options.text(
            EVENT_LOG,
            "FILE",
            "Write every event to this file as well, as JSON lines in Pulumi's form."));
  }

  static ReportOptions of(ParseResult given, Env env, OutputOptions output) {
    return new ReportOptions(
        given.commandSpec().name(), output, Options.textOf(given, EVENT_LOG).map(env::resolve));
  }

  boolean json() {
    return output.json();
  }

  /**
   * Begins to report.
   *
   * @throws CommandException when the event log cannot be written
   */
  Reports open(Env env) {
    Optional<EventLog> log = eventLog.map(file -> EventLog.open(file, env));
    return new Reports(env, output.json(), output.palette(env), log, Telemetry.start(env, command));
  }
}
