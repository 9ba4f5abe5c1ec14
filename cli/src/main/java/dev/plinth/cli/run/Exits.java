/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.cli.run;

import dev.plinth.cli.env.ExitCode;
import dev.plinth.engine.event.RunResult;

/** What the end of a run means for the exit code. */
public final class Exits {
  private Exits() {}

  public static ExitCode of(RunResult result) {
    return switch (result) {
      case SUCCEEDED -> ExitCode.OK;
      case FAILED -> ExitCode.FAILED;
      case CANCELED -> ExitCode.CANCELED;
    };
  }
}
