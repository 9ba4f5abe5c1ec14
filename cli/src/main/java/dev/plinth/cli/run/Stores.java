/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.cli.run;

import dev.plinth.aws.state.S3Backend;
import dev.plinth.cli.env.Env;
import dev.plinth.engine.state.StateStore;
import dev.plinth.engine.state.file.FileStateStore;
import dev.plinth.engine.state.journal.JournaledStore;
import java.nio.file.Path;

/** What is where the state is. */
public final class Stores {
  private static final String USER_AGENT = "plinth";

  private Stores() {}

  /** The stacks; touches no file and makes no request. */
  public static StateStore open(StatePlace place, Env env) {
    if (place.bucket().isEmpty()) {
      return new FileStateStore(place.folder().resolve("state"), env.variables(), env.clock());
    }
    return StateErrors.told(
        () ->
            new JournaledStore(
                S3Backend.of(place.bucket().get(), env.variables(), USER_AGENT),
                env.variables(),
                env.clock()));
  }

  /** The local account. */
  public static Path localFolder(StatePlace place) {
    return place.folder().resolve("local");
  }
}
