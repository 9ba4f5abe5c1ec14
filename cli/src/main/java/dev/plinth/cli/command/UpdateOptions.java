/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.cli.command;

import dev.plinth.cli.env.CommandException;
import dev.plinth.cli.env.Env;
import dev.plinth.cli.run.UpdateRequest;
import dev.plinth.engine.deploy.RunOptions;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** What preview and up take alike. */
final class UpdateOptions {
  private static final String STRICT = "--strict";
  private static final String REGION = "--region";
  private static final String RESOURCES = "--resources";
  private static final String PROVIDER_CONFIG = "--provider-config";

  private UpdateOptions() {}

  static void declare(CommandSpec spec) {
    declareWithoutRun(spec);
    RunOptionNames.declareForUpdate(spec);
  }

  /** All but what may be asked of each run. */
  static void declareWithoutRun(CommandSpec spec) {
    ManifestArguments.declare(spec);
    StackOptions.declare(spec);
    LocalOption.declare(spec);
    spec.addOption(
        Options.flag(
            "Let the local account refuse what a manifest names and it does not have,"
                + " instead of taking it to exist.",
            STRICT));
    spec.addOption(
        Options.text(
            REGION,
            "REGION",
            "The AWS region. Default: where the stack is, else AWS_REGION, else that of the AWS"
                + " profile; in the local account us-east-1."));
    spec.addOption(
        Options.texts(
            RESOURCES,
            "FILE|DIR",
            "Documents of resources with status.outputs, for references to lead to."
                + " May be given several times."));
    spec.addOption(
        Options.text(
            PROVIDER_CONFIG,
            "FILE",
            "Explicit AWS credentials and region. Default: the ambient ones."));
    ParallelOption.declare(spec);
  }

  /**
   * Reads what was given.
   *
   * @throws CommandException when options do not go together
   */
  static UpdateRequest of(ParseResult given, Env env) {
    return of(given, env, RunOptionNames.of(given));
  }

  /**
   * Reads what was given, but for what is asked of each run.
   *
   * @throws CommandException when options do not go together
   */
  static UpdateRequest of(ParseResult given, Env env, RunOptions options) {
    StackOptions stack = StackOptions.of(given);
    Optional<String> region = Options.textOf(given, REGION);
    Optional<String> providerConfig = Options.textOf(given, PROVIDER_CONFIG);
    if (region.isPresent() && providerConfig.isPresent()) {
      throw CommandException.usage(
          "--region and --provider-config cannot be used together",
          "set region in the provider configuration.");
    }
    return new UpdateRequest(
        Options.pathsOf(given),
        stack.stack(),
        stack.place(env),
        LocalOption.isGiven(given),
        Options.isGiven(given, STRICT),
        region,
        Options.textsOf(given, RESOURCES),
        providerConfig,
        ParallelOption.of(given),
        options);
  }
}
