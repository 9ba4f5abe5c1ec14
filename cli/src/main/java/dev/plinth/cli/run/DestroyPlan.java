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
import java.util.List;
import java.util.Optional;

/** The stacks to destroy, each before those that it refers to. */
public final class DestroyPlan implements AutoCloseable {
  private record Item(StackName name, Account account) {}

  private final Env env;
  private final Reports reports;
  private final Accounts accounts;
  private final StackRunner runner;
  private final List<Item> items = new ArrayList<>();

  /** Finds the stacks, and where they are. */
  public DestroyPlan(Env env, DestroyRequest request, Reports reports) {
    this.env = env;
    this.reports = reports;
    StateStore store = Stores.open(request.folder(), env);
    this.accounts = new Accounts(env, Stores.localFolder(request.folder()), false);
    RunSettings settings = new RunSettings(Optional.empty(), Optional.empty(), request.parallel());
    this.runner = new StackRunner(env, store, settings);
    StoredStacks stored = new StoredStacks(store);
    boolean local = request.local();
    for (StackName name : new StoredTargets(env, store).find(request.paths(), request.stack())) {
      items.add(0, new Item(name, accounts.choose(name, stored.account(name), local)));
    }
    AccountNotice.of(items.stream().map(Item::account).toList(), local, accounts)
        .ifPresent(reports::say);
  }

  /** Shows what would be deleted. */
  public RunResult preview() {
    for (Item item : items) {
      DeploymentResult result =
          runner.previewDestroy(item.name(), item.account(), reports.preview(Origins.unknown()));
      if (result.result() != RunResult.SUCCEEDED) {
        return result.result();
      }
    }
    return RunResult.SUCCEEDED;
  }

  /** Deletes everything, up to the first failure. */
  public RunResult destroy() {
    return env.interrupts().during(runner.interruptible(), this::destroyEach);
  }

  private RunResult destroyEach() {
    for (Item item : items) {
      RunResult result = runner.isCanceled() ? RunResult.CANCELED : destroy(item);
      if (result != RunResult.SUCCEEDED) {
        return result;
      }
      reports.say("The stack '" + item.name().stack() + "' is gone.\n");
    }
    return RunResult.SUCCEEDED;
  }

  private RunResult destroy(Item item) {
    LeftoverText leftover = reports.leftover();
    DeploymentResult result =
        runner.destroy(
            item.name(),
            item.account(),
            reports.run(Origins.unknown()),
            leftover,
            notice -> reports.say("note: " + notice + "\n"));
    if (result.result() == RunResult.CANCELED) {
      reports.say(leftover.text());
    }
    return result.result();
  }

  @Override
  public void close() {
    accounts.close();
  }
}
