/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.cli.stack;

import dev.plinth.cli.env.CommandException;
import dev.plinth.cli.env.ExitCode;
import dev.plinth.engine.state.StackName;
import dev.plinth.engine.state.StateStore;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Finds stacks in a store, as commands ask for them. */
public final class StoredStacks {
  private final StateStore store;

  public StoredStacks(StateStore store) {
    this.store = store;
  }

  /**
   * The stack of a name, whatever its project; without a name, the only one there is.
   *
   * @throws CommandException when there is none, or more than one
   */
  public StackName find(Optional<String> name) {
    List<StackName> found =
        store.stacks().stream()
            .filter(stack -> name.map(stack.stack()::equals).orElse(true))
            .toList();
    if (found.size() == 1) {
      return found.get(0);
    }
    if (found.isEmpty()) {
      throw none(name.map(wished -> "'" + wished + "'"));
    }
    throw CommandException.usage(
        "there are " + found.size() + " stacks in " + store.location(),
        "say which one, with --stack or with its manifest: " + listed(found) + ".");
  }

  /**
   * The stack of a name: in this project, else in another, else one that is to be made in this
   * project.
   *
   * @throws CommandException when several others have one
   */
  public StackName findOrName(String name, String project) {
    StackName own = new StackName(project, name);
    List<StackName> found =
        store.stacks().stream().filter(stack -> stack.stack().equals(name)).toList();
    return found.isEmpty() || found.contains(own) ? own : find(Optional.of(name));
  }

  /** The stack, if there is one of this name. */
  public StackName require(StackName stack) {
    if (store.load(stack).isEmpty()) {
      throw none(Optional.of("'" + stack.stack() + "'"));
    }
    return stack;
  }

  /**
   * Makes sure that a deployment changes the stack that it means to change.
   *
   * @throws CommandException when the stack was deployed from other manifests
   */
  public void requireSameOrigin(PlannedStack planned) {
    Optional<StackTags> tags = tags(planned.name()).flatMap(StackTags::read);
    if (tags.isPresent() && !planned.continues(tags.get())) {
      throw new CommandException(
          ExitCode.INVALID,
          "stack.other-manifest",
          "the stack '"
              + planned.name().stack()
              + "' belongs to "
              + tags.get()
              + ", and this run would put "
              + planned.tags()
              + " in its place",
          "give the other stack another name with --stack NAME, or destroy the old one first with:"
              + " plinth destroy --stack "
              + planned.name().stack(),
          null);
    }
  }

  /**
   * Where a stack's resources are; empty when there is no such stack. One that Plinth did not
   * deploy is in AWS.
   */
  public Optional<AccountKind> account(StackName stack) {
    return tags(stack).map(tags -> StackTags.account(tags).orElse(AccountKind.AWS));
  }

  /** Tags without a state are left from a deployment that never began. */
  private Optional<Map<String, String>> tags(StackName stack) {
    return store.load(stack).map(snapshot -> store.tags(stack));
  }

  private CommandException none(Optional<String> wished) {
    List<StackName> all = store.stacks();
    return new CommandException(
        ExitCode.INVALID,
        "stack.not-found",
        "there is no stack " + wished.map(name -> name + " ").orElse("") + "in " + store.location(),
        all.isEmpty()
            ? "nothing has been deployed there; give the right folder with --state."
            : "the stacks are: " + listed(all) + ".",
        null);
  }

  private static String listed(List<StackName> stacks) {
    return stacks.stream().map(StackName::stack).sorted().collect(Collectors.joining(", "));
  }
}
