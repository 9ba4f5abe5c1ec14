/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.cli.command;

import dev.plinth.cli.env.CommandException;
import dev.plinth.cli.env.Env;
import dev.plinth.cli.env.ExitCode;
import dev.plinth.cli.render.JsonText;
import dev.plinth.cli.render.StateView;
import dev.plinth.cli.run.StateEdits;
import dev.plinth.cli.run.StateErrors;
import dev.plinth.cli.run.Stores;
import dev.plinth.cli.stack.StoredStacks;
import dev.plinth.engine.state.LockHolder;
import dev.plinth.engine.state.ResourceState;
import dev.plinth.engine.state.Snapshot;
import dev.plinth.engine.state.StackName;
import dev.plinth.engine.state.StackSession;
import dev.plinth.engine.state.StateStore;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** {@code plinth state}. */
record StateCommand(
    StateAction action,
    String operand,
    StackOptions stack,
    Optional<String> id,
    boolean gone,
    boolean showSecrets,
    OutputOptions output)
    implements Command {
  private static final String ID = "--id";
  private static final String GONE = "--gone";
  private static final String SHOW_SECRETS = "--show-secrets";

  static void declare(CommandSpec spec) {
    spec.addPositional(
        PositionalParamSpec.builder()
            .type(List.class)
            .auxiliaryTypes(String.class)
            .arity("1..2")
            .required(true)
            .paramLabel("ACTION [URN|FILE]")
            .hideParamSyntax(true)
            .description(StateAction.list() + ".")
            .build());
    StackOptions.declare(spec);
    spec.addOption(Options.text(ID, "ID", "With settle: the resource exists, under this id."));
    spec.addOption(Options.flag("With settle: the resource does not exist.", GONE));
    spec.addOption(Options.flag("With show: show secrets instead of [secret].", SHOW_SECRETS));
  }

  /**
   * Reads what was given.
   *
   * @throws CommandException when it does not go together
   */
  static StateCommand of(ParseResult given, OutputOptions output) {
    List<String> words = given.matchedPositionalValue(0, List.of());
    StateAction action =
        StateAction.of(words.get(0))
            .orElseThrow(
                () ->
                    CommandException.usage(
                        "there is no plinth state " + words.get(0),
                        "plinth help state lists what there is."));
    if (action.takesOperand() != (words.size() == 2)) {
      throw CommandException.usage(
          "plinth state " + action.word() + (words.size() == 2 ? " takes no more" : " needs more"),
          "the command is: plinth state " + action.usage() + ".");
    }
    Optional<String> id = Options.textOf(given, ID).filter(text -> !text.isEmpty());
    boolean gone = Options.isGiven(given, GONE);
    if ((action == StateAction.SETTLE) != (id.isPresent() != gone)) {
      throw CommandException.usage(
          "plinth state " + action.word() + " does not go with what is said of the resource",
          "give settle, and nothing else, either --id ID or --gone.");
    }
    return new StateCommand(
        action,
        words.size() == 2 ? words.get(1) : "",
        StackOptions.of(given),
        id,
        gone,
        Options.isGiven(given, SHOW_SECRETS),
        output);
  }

  @Override
  public ExitCode run(Env env) {
    StateStore store = Stores.open(stack.place(env), env);
    return StateErrors.told(
        () -> {
          switch (action) {
            case LIST -> list(env, load(store));
            case SHOW -> show(env, load(store));
            case EXPORT -> export(env, store);
            case IMPORT -> importFile(env, store);
            case DELETE -> edit(env, store, at -> StateEdits.delete(at, operand), "forgotten");
            case SETTLE -> edit(env, store, at -> StateEdits.settle(at, operand, id), "settled");
            case UNLOCK -> unlock(env, store);
          }
          return ExitCode.OK;
        });
  }

  private StackName find(StateStore store) {
    return new StoredStacks(store).find(stack.stack());
  }

  private Snapshot load(StateStore store) {
    return store.load(find(store)).orElseThrow();
  }

  private void list(Env env, Snapshot snapshot) {
    env.out()
        .print(
            output.json()
                ? JsonText.indented(StateView.list(snapshot))
                : StateView.lines(snapshot));
  }

  private void show(Env env, Snapshot snapshot) {
    ResourceState resource = StateEdits.find(snapshot, operand);
    env.out().print(JsonText.indented(StateView.of(resource, showSecrets)));
  }

  private void export(Env env, StateStore store) {
    for (byte[] piece : store.export(find(store)).orElseThrow()) {
      env.out().write(piece, 0, piece.length);
    }
  }

  private void importFile(Env env, StateStore store) {
    try (InputStream in =
        operand.equals("-") ? env.in() : Files.newInputStream(env.resolve(operand))) {
      StackName imported = store.importDeployment(in);
      int resources = store.load(imported).orElseThrow().resources().size();
      output
          .text(env)
          .print("The stack '" + imported.stack() + "' has " + resources + " resources now.\n");
    } catch (IOException e) {
      throw new CommandException(
          ExitCode.INVALID,
          "state.unreadable",
          operand + " cannot be read: " + e.getClass().getSimpleName() + ".",
          "give a file that plinth state export or pulumi stack export wrote.",
          e);
    }
  }

  private void edit(Env env, StateStore store, UnaryOperator<Snapshot> change, String done) {
    try (StackSession session = store.open(find(store))) {
      session.notices().forEach(notice -> output.text(env).print("note: " + notice + "\n"));
      session.save(change.apply(session.snapshot()));
    }
    output.text(env).print(operand + " is " + done + ".\n");
  }

  private void unlock(Env env, StateStore store) {
    StackName name = find(store);
    List<LockHolder> holders = store.unlock(name);
    String text = holders.isEmpty() ? "nobody holds the lock of '" + name.stack() + "'\n" : "";
    output.text(env).print(text);
    holders.forEach(holder -> output.text(env).print("took the lock away from " + holder + "\n"));
  }
}
