/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.cli.run;

import dev.plinth.cli.env.CommandException;
import dev.plinth.cli.env.ExitCode;
import dev.plinth.cli.env.SeveralProblemsException;
import dev.plinth.cli.stack.AccountKind;
import dev.plinth.cli.stack.StackTags;
import dev.plinth.cli.stack.StoredStacks;
import dev.plinth.engine.secret.SecretsException;
import dev.plinth.engine.state.Snapshot;
import dev.plinth.engine.state.StackName;
import dev.plinth.engine.state.StackSession;
import dev.plinth.engine.state.StateException;
import dev.plinth.engine.state.StateStore;
import dev.plinth.engine.state.move.MovePlan;
import dev.plinth.engine.state.move.MoveRefusedException;
import dev.plinth.engine.state.move.ResourceMove;
import dev.plinth.engine.urn.Urn;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Moves resources from one stack of a store to another. The destination is written first: when the
 * process ends in between, both stacks have the resources, and the same command again takes them
 * out of the source.
 */
public final class StateMove {
  private final StateStore store;
  private final StackName from;
  private final StackName to;
  private final List<String> wished;
  private final boolean includeParents;
  private final Consumer<String> say;
  private final Optional<AccountKind> account;
  private final boolean isNew;
  private final MovePlan shown;

  /**
   * Works out what is to be done, and does nothing.
   *
   * @param wished URNs, or names that only one resource of the source has
   * @param say takes what people should know of the locks
   */
  public StateMove(
      StateStore store,
      StackName from,
      StackName to,
      List<String> wished,
      boolean includeParents,
      Consumer<String> say) {
    this.store = store;
    this.from = from;
    this.to = to;
    this.wished = wished;
    this.includeParents = includeParents;
    this.say = say;
    Optional<Snapshot> destination = store.load(to);
    this.isNew = destination.isEmpty();
    this.account = requireOneAccount();
    this.shown = plan(store.load(from).orElseThrow(), destination.orElse(Snapshot.empty()));
  }

  /** Whether the destination is only made by the move. */
  public boolean isNew() {
    return isNew;
  }

  /** What it comes to. */
  public MovePlan plan() {
    return shown;
  }

  /** A resource would be looked for where it is not. */
  private Optional<AccountKind> requireOneAccount() {
    StoredStacks stacks = new StoredStacks(store);
    Optional<AccountKind> source = stacks.account(from);
    Optional<AccountKind> destination = stacks.account(to);
    if (destination.isPresent() && !destination.equals(source)) {
      throw refusal(
          "one of '"
              + from.stack()
              + "' and '"
              + to.stack()
              + "' is in the local account, and the other in AWS",
          "move resources between stacks of one account.");
    }
    return source;
  }

  private MovePlan plan(Snapshot source, Snapshot destination) {
    try {
      return new ResourceMove(from, source, to, destination).plan(chosen(source), includeParents);
    } catch (MoveRefusedException e) {
      throw all(
          e.problems().stream()
              .map(problem -> refusal(problem.message(), problem.remedy() + "."))
              .toList());
    }
  }

  private Set<Urn> chosen(Snapshot source) {
    Set<Urn> chosen = new LinkedHashSet<>();
    List<CommandException> unknown = new ArrayList<>();
    for (String each : wished) {
      try {
        chosen.add(StateEdits.find(source, each).urn());
      } catch (CommandException e) {
        unknown.add(e);
      }
    }
    if (!unknown.isEmpty()) {
      throw all(unknown);
    }
    return chosen;
  }

  private static RuntimeException all(List<CommandException> problems) {
    return problems.size() == 1
        ? problems.get(0)
        : new SeveralProblemsException(List.copyOf(problems), List.of());
  }

  /**
   * Does it.
   *
   * @throws CommandException when the stacks are no longer what {@link #plan} was made from
   */
  public void carryOut() {
    try (StackSession source = store.open(from);
        StackSession destination = store.open(to)) {
      source.notices().forEach(notice -> say.accept("note: " + notice + "\n"));
      destination.notices().forEach(notice -> say.accept("note: " + notice + "\n"));
      MovePlan plan = plan(source.snapshot(), destination.snapshot());
      if (!plan.doesAs(shown)) {
        throw refusal(
            "one of the stacks has changed meanwhile, so nothing was moved",
            "run the command again, and look at what it would do now.");
      }
      write(source, destination, plan);
    }
  }

  private void write(StackSession source, StackSession destination, MovePlan plan) {
    Snapshot before = destination.snapshot();
    if (isNew) {
      account.ifPresent(kind -> destination.saveTags(StackTags.ofAccount(kind)));
    }
    destination.save(plan.destination());
    try {
      source.save(plan.source());
    } catch (StateException e) {
      undo(destination, before, e);
      throw new StateException("nothing was moved: " + e.getMessage(), e.remedy(), e);
    } catch (SecretsException e) {
      undo(destination, before, e);
      throw e;
    }
  }

  private void undo(StackSession destination, Snapshot before, RuntimeException cause) {
    try {
      if (isNew) {
        destination.remove();
      } else {
        destination.save(before);
      }
    } catch (StateException | SecretsException e) {
      cause.addSuppressed(e);
      throw new StateException(
          "'"
              + from.stack()
              + "' and '"
              + to.stack()
              + "' both have the resources now: "
              + cause.getMessage(),
          "when the state can be written again, run the command again: it takes them out of '"
              + from.stack()
              + "'",
          cause);
    }
  }

  private static CommandException refusal(String message, String remedy) {
    return new CommandException(ExitCode.INVALID, "state.refused", message, remedy, null);
  }
}
