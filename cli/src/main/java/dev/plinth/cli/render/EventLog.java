/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.cli.render;

import dev.plinth.cli.env.CommandException;
import dev.plinth.cli.env.Env;
import dev.plinth.cli.env.ExitCode;
import dev.plinth.cli.env.OwnerOnlyFile;
import dev.plinth.engine.event.EngineEvent;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.Consumer;

/**
 * A file with every event of a command's runs, previews included, as JSON lines. Each is in the
 * file before the run goes on. When the disk is full the log ends, and the run does not.
 */
public final class EventLog implements AutoCloseable {
  private final Path file;
  private final OutputStream out;
  private final Env env;
  private final EventLines lines;
  private boolean broken;

  private EventLog(Path file, OutputStream out, Env env) {
    this.file = file;
    this.out = out;
    this.env = env;
    this.lines = new EventLines(this::append, env.clock());
  }

  /**
   * Begins a log; one that is there is begun anew.
   *
   * @throws CommandException when the file cannot be written
   */
  public static EventLog open(Path file, Env env) {
    try {
      return new EventLog(file, create(file), env);
    } catch (IOException e) {
      throw new CommandException(
          ExitCode.INVALID,
          "event-log.unwritable",
          "the event log cannot be written to " + file + ": " + OwnerOnlyFile.reason(file, e),
          "give --event-log a file in a folder that exists and can be written.",
          e);
    }
  }

  /** A pipe or a terminal keeps the permissions that it has. */
  private static OutputStream create(Path file) throws IOException {
    if (Files.exists(file) && !Files.isRegularFile(file)) {
      return Files.newOutputStream(file, StandardOpenOption.WRITE);
    }
    try {
      Files.createFile(file, OwnerOnlyFile.attributes(file));
    } catch (FileAlreadyExistsException e) {
      OwnerOnlyFile.restrict(file);
    }
    return Files.newOutputStream(
        file, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING);
  }

  /** Writes the events of one run. */
  Consumer<EngineEvent> reader(Origins origins) {
    return new EventJson(lines, origins);
  }

  private void append(String line) {
    if (broken) {
      return;
    }
    try {
      out.write(line.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      broken = true;
      env.err()
          .print(
              "warning: the event log "
                  + file
                  + " ends early, and the run goes on: "
                  + OwnerOnlyFile.reason(file, e)
                  + "\n");
      env.err().flush();
    }
  }

  @Override
  public void close() {
    try {
      out.close();
    } catch (IOException e) {
      // Each event was written when it came, so nothing is lost that was not told of.
    }
  }
}
