/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.cli.run;

import dev.plinth.cli.account.Account;
import dev.plinth.cli.account.Accounts;
import dev.plinth.cli.env.Env;
import dev.plinth.cli.render.LeftoverText;
import dev.plinth.cli.render.Origins;
import dev.plinth.cli.render.Reports;
import dev.plinth.cli.stack.StoredStacks;
import dev.plinth.engine.deploy.DeploymentResult;
import dev.plinth.engine.event.RunResult;
import dev.plinth.engine.state.StackName;
import dev.plinth.engine.state.StateStore;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** The deployed stacks that a command works on, in order. */
public final class StoredPlan implements AutoCloseable {
  private record Item(StackName name, Account account) {}

  private final Env env;
  private final StoredOperation operation;
  private final Reports reports;
  private final Accounts accounts;
  private final StackRunner runner;
  private final List<Item> items = new ArrayList<>();

  /** Finds the stacks, and where they are. */
  public StoredPlan(Env env, StoredOperation operation, StoredRequest request, Reports reports) {
    this.env = env;
    this.operation = operation;
    this.reports = reports;
    StateStore store = Stores.open(request.folder(), env);
    this.accounts = new Accounts(env, Stores.localFolder(request.folder()), false);
    RunSettings settings =
        new RunSettings(Optional.empty(), Optional.empty(), request.parallel(), request.options());
    this.runner = new StackRunner(env, store, settings);
    StoredStacks stored = new StoredStacks(store);
    boolean local = request.local();
    for (StackName name : new StoredTargets(env, store).find(request.paths(), request.stack())) {
      items.add(new Item(name, accounts.choose(name, stored.account(name), local)));
    }
    if (operation == StoredOperation.DESTROY) {
      Collections.reverse(items);
    }
    AccountNotice.of(items.stream().map(Item::account).toList(), local, accounts)
        .ifPresent(reports::say);
  }

  /** What a preview of all stacks found. */
  public record Preview(RunResult result, boolean changes) {}

  /** Shows what would come of it, in all stacks, or up to the first that cannot be previewed. */
  public Preview preview() {
    boolean changes = false;
    for (Item item : items) {
      DeploymentResult result =
          runner.preview(
              operation.preview(), item.name(), item.account(), reports.preview(Origins.unknown()));
      changes |= result.hasChanges();
      if (result.result() != RunResult.SUCCEEDED) {
        return new Preview(result.result(), changes);
      }
    }
    return new Preview(RunResult.SUCCEEDED, changes);
  }

  /** Does it to all stacks, up to the first failure. */
  public RunResult execute() {
    return env.interrupts().during(runner.interruptible(), this::executeEach);
  }

  private RunResult executeEach() {
    for (Item item : items) {
      RunResult result = runner.isCanceled() ? RunResult.CANCELED : execute(item);
      if (result != RunResult.SUCCEEDED) {
        return result;
      }
    }
    return RunResult.SUCCEEDED;
  }

  private RunResult execute(Item item) {
    LeftoverText leftover = reports.leftover();
    DeploymentResult result =
        runner.execute(
            operation.execution(),
            item.name(),
            item.account(),
            reports.run(Origins.unknown()),
            leftover,
            notice -> reports.say("note: " + notice + "\n"));
    if (operation == StoredOperation.DESTROY && result.isEmpty()) {
      reports.say("The stack '" + item.name().stack() + "' is gone.\n");
    }
    if (result.result() == RunResult.CANCELED) {
      reports.say(
          operation == StoredOperation.REFRESH
              ? "\nInterrupted; what was read before is recorded.\n"
              : leftover.text());
    }
    return result.result();
  }

  @Override
  public void close() {
    accounts.close();
  }
}
