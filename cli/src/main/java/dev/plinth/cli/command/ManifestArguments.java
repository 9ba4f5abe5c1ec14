/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.cli.command;

import picocli.CommandLine.Model.CommandSpec;

/** The manifests to work on. */
final class ManifestArguments {
  private ManifestArguments() {}

  static void declare(CommandSpec spec) {
    Options.addPaths(
        spec,
        "1..*",
        "Manifests: YAML or JSON files, folders of them, or - for standard input."
            + " A file may hold several documents.");
  }

  /** For commands that can do without, as stacks may be named too, or there may be only one. */
  static void declareOptional(CommandSpec spec) {
    Options.addPaths(
        spec,
        "0..*",
        "Manifests whose stacks are meant. Without any, and without --stack, the only stack that"
            + " there is.");
  }
}
