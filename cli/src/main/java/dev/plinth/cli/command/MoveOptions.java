/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.cli.command;

import dev.plinth.cli.env.CommandException;
import dev.plinth.cli.env.Env;
import dev.plinth.cli.env.ExitCode;
import dev.plinth.cli.render.MoveText;
import dev.plinth.cli.run.StateMove;
import dev.plinth.cli.stack.StoredStacks;
import dev.plinth.engine.state.StackName;
import dev.plinth.engine.state.StateStore;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/**
 * {@code plinth state move}: from where to where, and what goes along.
 *
 * @param source the stack's name; empty for the only one, or the one that --stack names
 * @param destination the other stack's name, which need not exist
 */
record MoveOptions(
    Optional<String> source, String destination, boolean includeParents, boolean confirmed) {
  static final String SOURCE = "--source";
  static final String DESTINATION = "--dest";
  static final String INCLUDE_PARENTS = "--include-parents";
  static final String YES = "--yes";

  static void declare(CommandSpec spec) {
    spec.addOption(
        Options.text(SOURCE, "NAME", "With move: the stack that has the resources, as --stack."));
    spec.addOption(
        Options.text(
            DESTINATION, "NAME", "With move: the stack that gets them; a new one is made."));
    spec.addOption(
        Options.flag("With move: the parents of the resources go too.", INCLUDE_PARENTS));
    spec.addOption(Options.flag("With move: do it without a question.", "-y", YES));
  }

  /**
   * Reads what was given.
   *
   * @throws CommandException when it does not say where to
   */
  static MoveOptions of(ParseResult given, StackOptions stack) {
    Optional<String> source = Options.textOf(given, SOURCE);
    if (source.isPresent() && stack.stack().isPresent() && !source.equals(stack.stack())) {
      throw CommandException.usage(
          "--source and --stack name different stacks", "give one of them: they mean the same.");
    }
    String destination =
        Options.textOf(given, DESTINATION)
            .orElseThrow(
                () ->
                    CommandException.usage(
                        "plinth state move does not know where to move them",
                        "name the other stack with --dest NAME."));
    if (!StackName.isAllowed(destination)) {
      throw CommandException.usage(
          "'" + destination + "' cannot be a stack's name",
          "give --dest a name of letters, digits, '_', '.' and '-'.");
    }
    return new MoveOptions(
        source.or(stack::stack),
        destination,
        Options.isGiven(given, INCLUDE_PARENTS),
        Options.isGiven(given, YES));
  }

  ExitCode move(Env env, StateStore store, List<String> wished, OutputOptions output) {
    StoredStacks stacks = new StoredStacks(store);
    StackName from = stacks.find(source);
    StackName to = stacks.findOrName(destination, from.project());
    Consumer<String> say = text -> say(env, output, text);
    StateMove move = new StateMove(store, from, to, wished, includeParents, say);
    say.accept(MoveText.of(from, to, move.isNew(), move.plan()));
    if (!confirmed) {
      ConfirmOption.requirePossible(env, output.json(), "add --yes to go on without a question.");
      if (!ConfirmOption.ask(env, say, "Do you want to perform this move?")) {
        return ExitCode.REFUSED;
      }
    }
    move.carryOut();
    say.accept(MoveText.done(from, to));
    return ExitCode.OK;
  }

  private static void say(Env env, OutputOptions output, String text) {
    output.text(env).print(text);
    output.text(env).flush();
  }
}
