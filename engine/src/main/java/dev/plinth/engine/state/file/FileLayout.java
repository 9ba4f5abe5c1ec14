/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.engine.state.file;

import dev.plinth.engine.state.StackName;
import dev.plinth.engine.state.layout.PulumiLayout;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/** The layout of Pulumi's {@code file://} backend, as files below a root. */
record FileLayout(Path root) {
  Path meta() {
    return root.resolve(PulumiLayout.META);
  }

  Path stacks() {
    return root.resolve(PulumiLayout.STACKS);
  }

  Path state(StackName stack) {
    return root.resolve(PulumiLayout.state(stack));
  }

  List<Path> states(StackName stack) {
    return PulumiLayout.states(stack).stream().map(root::resolve).toList();
  }

  Path tags(StackName stack) {
    return root.resolve(PulumiLayout.tags(stack));
  }

  Path history(StackName stack) {
    return root.resolve(PulumiLayout.history(stack));
  }

  Path archives(StackName stack) {
    return root.resolve(PulumiLayout.archives(stack));
  }

  static Path backupOf(Path state) {
    return state.resolveSibling(PulumiLayout.backupOf(state.getFileName().toString()));
  }

  Path locks(StackName stack) {
    return root.resolve(PulumiLayout.locks(stack));
  }

  Path processLock(StackName stack) {
    return root.resolve(PulumiLayout.processLock(stack));
  }

  Path journal(StackName stack) {
    return root.resolve(PulumiLayout.journal(stack));
  }

  /** The folder of a file that has a place in this layout. */
  static Path folderOf(Path file) {
    return Objects.requireNonNull(file.getParent(), "no file of the layout is a root");
  }
}
