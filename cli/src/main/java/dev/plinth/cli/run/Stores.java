/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.cli.run;

import dev.plinth.cli.env.Env;
import dev.plinth.engine.state.StateStore;
import dev.plinth.engine.state.file.FileStateStore;
import java.nio.file.Path;

/** What the state folder holds. */
public final class Stores {
  private Stores() {}

  /** The stacks; touches no file. */
  public static StateStore open(Path folder, Env env) {
    return new FileStateStore(folder.resolve("state"), env.variables(), env.clock());
  }

  /** The local account. */
  public static Path localFolder(Path folder) {
    return folder.resolve("local");
  }
}
