/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.cli.run;

import dev.plinth.cli.env.CommandException;
import dev.plinth.cli.env.Env;
import dev.plinth.cli.env.ExitCode;
import dev.plinth.cli.env.OwnerOnlyFile;
import dev.plinth.engine.deploy.Plan;
import dev.plinth.engine.planfile.MalformedPlanException;
import dev.plinth.engine.planfile.PlanDocument;
import dev.plinth.engine.state.StackName;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Plans in a file that only its owner can read. */
final class PlanFile {
  private final PlanDocument document;

  PlanFile(Env env) {
    this.document = new PlanDocument(env.variables(), env.clock());
  }

  /**
   * Writes plans; a file that is there is replaced.
   *
   * @throws CommandException when it cannot be written
   */
  void write(Path file, Map<StackName, Plan> plans) {
    byte[] content = document.write(plans);
    Path scratch = file.resolveSibling(file.getFileName() + ".part");
    try {
      Files.deleteIfExists(scratch);
      Set<StandardOpenOption> options =
          Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
      try (SeekableByteChannel channel =
          Files.newByteChannel(scratch, options, OwnerOnlyFile.attributes(scratch))) {
        ByteBuffer buffer = ByteBuffer.wrap(content);
        while (buffer.hasRemaining()) {
          channel.write(buffer);
        }
      }
      Files.move(scratch, file, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new CommandException(
          ExitCode.INVALID,
          "plan.unwritable",
          "the plan cannot be written to " + file + ": " + OwnerOnlyFile.reason(file, e),
          "give --save-plan a file in a folder that exists and can be written.",
          e);
    }
  }

  /**
   * Reads plans.
   *
   * @throws CommandException when there is no such file, or it holds no plan
   */
  Map<StackName, Plan> read(Path file) {
    try {
      return document.read(Files.readAllBytes(file));
    } catch (IOException e) {
      throw new CommandException(
          ExitCode.INVALID,
          "plan.unreadable",
          "the plan " + file + " cannot be read: " + e.getMessage(),
          "give --plan the file that plinth preview --save-plan wrote.",
          e);
    } catch (MalformedPlanException e) {
      throw new CommandException(
          ExitCode.INVALID,
          "plan.malformed",
          file + " is not a plan that this version of Plinth can follow: " + e.getMessage(),
          "make a new one with plinth preview --save-plan.",
          e);
    }
  }

  /** What is said when a run would not do what its plan says. */
  static CommandException changed(Path file, List<String> facts) {
    return new CommandException(
        ExitCode.FAILED,
        "plan.changed",
        "nothing was done, because what the plan "
            + file
            + " rests on has changed:\n  "
            + String.join("\n  ", facts),
        "look at a new preview, and save it as the plan.",
        null);
  }
}
