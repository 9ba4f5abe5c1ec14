/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.cli.run;

import dev.plinth.cli.env.CommandException;
import dev.plinth.cli.env.ExitCode;
import dev.plinth.engine.secret.SecretsException;
import dev.plinth.engine.state.StackLockedException;
import dev.plinth.engine.state.StateException;
import java.util.function.Supplier;

/** What the user is told when the state cannot be used. */
public final class StateErrors {
  private StateErrors() {}

  /** Does what uses the state. */
  public static <T> T told(Supplier<T> work) {
    try {
      return work.get();
    } catch (StackLockedException e) {
      throw new CommandException(
          ExitCode.LOCKED, "state.locked", e.getMessage() + ".", e.remedy() + ".", e);
    } catch (SecretsException e) {
      throw new CommandException(
          ExitCode.STATE, "state.secrets", e.getMessage() + ".", e.remedy() + ".", e);
    } catch (StateException e) {
      throw new CommandException(
          ExitCode.STATE, "state.unusable", e.getMessage() + ".", e.remedy() + ".", e);
    }
  }
}
