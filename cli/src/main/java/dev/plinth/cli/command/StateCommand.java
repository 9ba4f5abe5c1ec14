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
    List<String> operands,
    StackOptions stack,
    Optional<String> id,
    boolean showSecrets,
    HistoryPage page,
    Optional<MoveOptions> move,
    OutputOptions output)
    implements Command {
  static final String ID = "--id";
  static final String GONE = "--gone";
  static final String SHOW_SECRETS = "--show-secrets";

  static void declare(CommandSpec spec) {
    spec.addPositional(
        PositionalParamSpec.builder()
            .type(List.class)
            .auxiliaryTypes(String.class)
            .arity("1..*")
            .required(true)
            .paramLabel("ACTION [URN...|FILE]")
            .hideParamSyntax(true)
            .description(StateAction.list() + ".")
            .build());
    StackOptions.declare(spec);
    spec.addOption(Options.text(ID, "ID", "With settle: the resource exists, under this id."));
    spec.addOption(Options.flag("With settle: the resource does not exist.", GONE));
    spec.addOption(Options.flag("With show: show secrets instead of [secret].", SHOW_SECRETS));
    HistoryPage.declare(spec);
    MoveOptions.declare(spec);
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
    List<String> operands = words.subList(1, words.size());
    if (!action.takes(operands.size())) {
      throw CommandException.usage(
          "plinth state "
              + action.word()
              + (operands.size() > action.needs() ? " takes no more" : " needs more"),
          "the command is: plinth state " + action.usage() + ".");
    }
    requireOwnOptions(given, action);
    StackOptions stack = StackOptions.of(given);
    return new StateCommand(
        action,
        List.copyOf(operands),
        stack,
        action == StateAction.SETTLE ? settled(given) : Optional.empty(),
        Options.isGiven(given, SHOW_SECRETS),
        HistoryPage.of(given),
        action == StateAction.MOVE ? Optional.of(MoveOptions.of(given, stack)) : Optional.empty(),
        output);
  }

  private static void requireOwnOptions(ParseResult given, StateAction action) {
    for (StateAction other : StateAction.values()) {
      for (String option : other.options()) {
        if (other != action && given.hasMatchedOption(option)) {
          throw CommandException.usage(
              option + " does not go with plinth state " + action.word(),
              "leave it out, or say plinth state " + other.usage() + ".");
        }
      }
    }
  }

  /** The id of the resource; empty when it does not exist. */
  private static Optional<String> settled(ParseResult given) {
    Optional<String> id = Options.textOf(given, ID).filter(text -> !text.isEmpty());
    if (id.isPresent() == Options.isGiven(given, GONE)) {
      throw CommandException.usage(
          "plinth state settle does not know what became of the resource",
          "give it either --id ID or --gone.");
    }
    return id;
  }

  @Override
  public ExitCode run(Env env) {
    StateStore store = Stores.open(stack.place(env), env);
    return StateErrors.told(
        () -> {
          switch (action) {
            case LIST -> list(env, load(store));
            case SHOW -> show(env, load(store));
            case HISTORY -> page.show(env, store, find(store), output);
            case EXPORT -> export(env, store);
            case IMPORT -> importFile(env, store);
            case MOVE -> {
              return move.orElseThrow().move(env, store, operands, output);
            }
            case DELETE -> edit(env, store, at -> StateEdits.delete(at, operand()), "forgotten");
            case SETTLE -> edit(env, store, at -> StateEdits.settle(at, operand(), id), "settled");
            case UNLOCK -> unlock(env, store);
          }
          return ExitCode.OK;
        });
  }

  /** The only one there is. */
  private String operand() {
    return operands.get(0);
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
    ResourceState resource = StateEdits.find(snapshot, operand());
    env.out().print(JsonText.indented(StateView.of(resource, showSecrets)));
  }

  private void export(Env env, StateStore store) {
    for (byte[] piece : store.export(find(store)).orElseThrow()) {
      env.out().write(piece, 0, piece.length);
    }
  }

  private void importFile(Env env, StateStore store) {
    try (InputStream in =
        operand().equals("-") ? env.in() : Files.newInputStream(env.resolve(operand()))) {
      StackName imported = store.importDeployment(in);
      int resources = store.load(imported).orElseThrow().resources().size();
      output
          .text(env)
          .print("The stack '" + imported.stack() + "' has " + resources + " resources now.\n");
    } catch (IOException e) {
      throw new CommandException(
          ExitCode.INVALID,
          "state.unreadable",
          operand() + " cannot be read: " + e.getClass().getSimpleName() + ".",
          "give a file that plinth state export or pulumi stack export wrote.",
          e);
    }
  }

  private void edit(Env env, StateStore store, UnaryOperator<Snapshot> change, String done) {
    try (StackSession session = store.open(find(store))) {
      session.notices().forEach(notice -> output.text(env).print("note: " + notice + "\n"));
      session.save(change.apply(session.snapshot()));
    }
    output.text(env).print(operand() + " is " + done + ".\n");
  }

  private void unlock(Env env, StateStore store) {
    StackName name = find(store);
    List<LockHolder> holders = store.unlock(name);
    String text = holders.isEmpty() ? "nobody holds the lock of '" + name.stack() + "'\n" : "";
    output.text(env).print(text);
    holders.forEach(holder -> output.text(env).print("took the lock away from " + holder + "\n"));
  }
}
