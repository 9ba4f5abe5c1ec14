/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.cli.command;

import dev.plinth.cli.env.CommandException;
import dev.plinth.cli.env.Env;
import dev.plinth.cli.env.ExitCode;
import dev.plinth.cli.render.JsonText;
import dev.plinth.cli.render.OutputsText;
import dev.plinth.cli.render.ValueJson;
import dev.plinth.cli.run.StateErrors;
import dev.plinth.cli.run.StoredTarget;
import dev.plinth.cli.run.StoredTargets;
import dev.plinth.cli.run.Stores;
import dev.plinth.cli.stack.StackOutputs;
import dev.plinth.engine.event.SecretMask;
import dev.plinth.engine.state.StateStore;
import dev.plinth.engine.value.PropertyMap;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code plinth outputs}. */
record OutputsCommand(
    List<String> paths, StackOptions stack, boolean showSecrets, OutputOptions output)
    implements Command {
  private static final String SHOW_SECRETS = "--show-secrets";

  static void declare(CommandSpec spec) {
    ManifestArguments.declareOptional(spec);
    StackOptions.declare(spec);
    spec.addOption(Options.flag("Show secret outputs instead of [secret].", SHOW_SECRETS));
  }

  static OutputsCommand of(ParseResult given, OutputOptions output) {
    return new OutputsCommand(
        Options.pathsOf(given),
        StackOptions.of(given),
        Options.isGiven(given, SHOW_SECRETS),
        output);
  }

  @Override
  public ExitCode run(Env env) {
    PropertyMap shown = StateErrors.told(() -> shown(find(env)));
    env.out()
        .print(
            output.json()
                ? JsonText.indented(ValueJson.of(shown))
                : new OutputsText(output.palette(env)).of(shown));
    return ExitCode.OK;
  }

  /** A secret is decrypted when it is looked at, which may fail. */
  private PropertyMap shown(PropertyMap outputs) {
    return showSecrets ? outputs.withoutSecrets() : SecretMask.mask(outputs);
  }

  private PropertyMap find(Env env) {
    StateStore store = Stores.open(stack.place(env), env);
    List<StoredTarget> stacks = new StoredTargets(env, store).find(paths, stack.stack());
    if (stacks.size() > 1) {
      throw CommandException.usage(
          "the manifests are those of " + stacks.size() + " stacks",
          "show the outputs of one at a time: give one manifest, or --stack NAME.");
    }
    return store.load(stacks.get(0).name()).map(StackOutputs::of).orElseGet(PropertyMap::empty);
  }
}
