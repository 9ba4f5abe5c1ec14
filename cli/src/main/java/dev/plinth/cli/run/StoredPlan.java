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
import dev.plinth.cli.render.StackReport;
import dev.plinth.cli.stack.StoredStacks;
import dev.plinth.engine.deploy.DeploymentResult;
import dev.plinth.engine.event.RunResult;
import dev.plinth.engine.state.StackName;
import dev.plinth.engine.state.StateStore;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;

/** The deployed stacks that a command works on, in order. */
public final class StoredPlan implements AutoCloseable {
  private record Item(StackName name, Set<StackName> needs, Account account) {}

  private final Env env;
  private final StoredOperation operation;
  private final Accounts accounts;
  private final StackRunner runner;
  private final StackRound round;
  private final List<Item> items = new ArrayList<>();

  /** Finds the stacks, and where they are. */
  public StoredPlan(Env env, StoredOperation operation, StoredRequest request, Reports reports) {
    this.env = env;
    this.operation = operation;
    StateStore store = Stores.open(request.place(), env);
    this.accounts = new Accounts(env, Stores.localFolder(request.place()), false, reports.calls());
    RunSettings settings =
        new RunSettings(Optional.empty(), Optional.empty(), request.parallel(), request.options());
    this.runner = new StackRunner(env, store, settings);
    StoredStacks stored = new StoredStacks(store);
    boolean local = request.local();
    List<StoredTarget> targets =
        new StoredTargets(env, store).find(request.paths(), request.stack());
    for (StoredTarget target : targets) {
      StackName name = target.name();
      Account account = accounts.choose(name, stored.account(name), local);
      items.add(new Item(name, operation.needs(name, targets), account));
    }
    if (operation == StoredOperation.DESTROY) {
      Collections.reverse(items);
    }
    this.round = new StackRound(reports, request.parallel(), runner::isCanceled);
    AccountNotice.of(items.stream().map(Item::account).toList(), local, accounts)
        .ifPresent(reports::say);
  }

  /** What a preview of all stacks found. */
  public record Preview(RunResult result, boolean changes) {}

  /** Shows what would come of it, in all stacks that can be previewed. */
  public Preview preview() {
    AtomicBoolean changes = new AtomicBoolean();
    List<StackTask> tasks =
        items.stream()
            .map(
                item ->
                    new StackTask(item.name(), Set.of(), report -> preview(item, report, changes)))
            .toList();
    RunResult result = round.run(tasks, "previewed");
    return new Preview(result, changes.get());
  }

  private RunResult preview(Item item, StackReport report, AtomicBoolean changes) {
    DeploymentResult result =
        runner.preview(
            operation.preview(), item.name(), item.account(), report.preview(Origins.unknown()));
    if (result.hasChanges()) {
      changes.set(true);
    }
    return result.result();
  }

  /** Does it to all stacks but those that a failed one stands in the way of. */
  public RunResult execute() {
    List<StackTask> tasks =
        items.stream()
            .map(item -> new StackTask(item.name(), item.needs(), report -> execute(item, report)))
            .toList();
    return env.interrupts().during(runner.interruptible(), () -> round.run(tasks, "begun"));
  }

  private RunResult execute(Item item, StackReport report) {
    LeftoverText leftover = report.leftover();
    DeploymentResult result =
        runner.execute(
            operation.execution(),
            item.name(),
            item.account(),
            report.run(Origins.unknown()),
            leftover,
            report::say);
    if (operation == StoredOperation.DESTROY && result.isEmpty()) {
      report.say("The stack '" + item.name().stack() + "' is gone.\n");
    }
    if (result.result() == RunResult.CANCELED) {
      report.say(
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
