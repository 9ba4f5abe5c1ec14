/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.engine.state.file;

import dev.plinth.engine.state.StackName;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;

/** Where things are below the root, as Pulumi's {@code file://} backend has them. */
record FileLayout(Path root) {
  static final String STATE_SUFFIX = ".json";
  static final String GZIP_SUFFIX = ".json.gz";
  static final String ZSTD_SUFFIX = ".json.zst";

  private Path bookkeeping() {
    return root.resolve(".pulumi");
  }

  Path meta() {
    return bookkeeping().resolve("meta.yaml");
  }

  Path stacks() {
    return bookkeeping().resolve("stacks");
  }

  Path state(StackName stack) {
    return inProject(stack, STATE_SUFFIX);
  }

  Path gzippedState(StackName stack) {
    return inProject(stack, GZIP_SUFFIX);
  }

  Path zstdState(StackName stack) {
    return inProject(stack, ZSTD_SUFFIX);
  }

  Path tags(StackName stack) {
    return inProject(stack, ".pulumi-tags");
  }

  /** The copy of what a state file held before it was last written. */
  static Path backupOf(Path state) {
    return state.resolveSibling(state.getFileName() + ".bak");
  }

  /** Pulumi takes every file in this folder for a lock. */
  Path locks(StackName stack) {
    return bookkeeping()
        .resolve("locks")
        .resolve(StackName.ORGANIZATION)
        .resolve(stack.project())
        .resolve(stack.stack());
  }

  /** Locked by the operating system for as long as the holder lives; no file of Pulumi's. */
  Path processLock(StackName stack) {
    return bookkeeping()
        .resolve("plinth-locks")
        .resolve(stack.project())
        .resolve(stack.stack() + ".lock");
  }

  /** Beside the state, but where Pulumi does not look for stacks. */
  Path journal(StackName stack) {
    return bookkeeping()
        .resolve("plinth-journals")
        .resolve(stack.project())
        .resolve(stack.stack() + ".journal");
  }

  /** The folder of a file that has a place in this layout. */
  static Path folderOf(Path file) {
    return Objects.requireNonNull(file.getParent(), "no file of the layout is a root");
  }

  /** The name of the stack whose state a file is, by the file's name. */
  static Optional<String> stackOf(String fileName) {
    for (String suffix : new String[] {STATE_SUFFIX, GZIP_SUFFIX, ZSTD_SUFFIX}) {
      if (fileName.endsWith(suffix)) {
        return Optional.of(fileName.substring(0, fileName.length() - suffix.length()));
      }
    }
    return Optional.empty();
  }

  private Path inProject(StackName stack, String suffix) {
    return stacks().resolve(stack.project()).resolve(stack.stack() + suffix);
  }
}
