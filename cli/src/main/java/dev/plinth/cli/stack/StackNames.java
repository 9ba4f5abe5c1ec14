/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.cli.stack;

import dev.plinth.cli.env.CommandException;
import dev.plinth.engine.state.StackName;
import dev.plinth.proto.shared.CloudResourceMetadata;

/** How stacks are called. */
public final class StackNames {
  private StackNames() {}

  /** {@code <env>.<name>}, or {@code <name>} without an env. */
  static StackName conventional(StackKind kind, CloudResourceMetadata metadata) {
    return conventional(kind, metadata.getEnv(), metadata.getName());
  }

  static StackName conventional(StackKind kind, String env, String name) {
    return of(kind, env.isEmpty() ? name : env + "." + name);
  }

  /**
   * A stack of the kind's project, by its own name.
   *
   * @throws CommandException when no stack can be called so
   */
  public static StackName of(StackKind kind, String stack) {
    if (!StackName.isAllowed(stack)) {
      throw CommandException.usage(
          "'" + stack + "' cannot be the name of a stack",
          "use letters, digits, '_', '.' and '-', at most 100, with --stack NAME.");
    }
    return new StackName(kind.project(), stack);
  }
}
