/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.cli.run;

import dev.plinth.aws.state.S3Url;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where the state of stacks is, and the local account.
 *
 * @param folder holds the local account, and the state unless that is in a bucket
 * @param bucket holds the state
 */
public record StatePlace(Path folder, Optional<S3Url> bucket) {
  public static StatePlace inFolder(Path folder) {
    return new StatePlace(folder, Optional.empty());
  }
}
