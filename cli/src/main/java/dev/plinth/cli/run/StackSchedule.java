/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.cli.run;

import dev.plinth.cli.run.StackOutcome.Ended;
import dev.plinth.cli.run.StackOutcome.NotBegun;
import dev.plinth.cli.run.StackOutcome.Prevented;
import dev.plinth.engine.event.RunResult;
import dev.plinth.engine.state.StackName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * Works on several stacks at once, each when those that it needs are done. Whoever is free takes
 * the first of the list that can be begun, so one at a time goes through the list in order. A stack
 * that fails keeps those from being begun that need it, and no others.
 */
final class StackSchedule {
  private final List<StackTask> tasks;
  private final IntFunction<RunResult> worker;
  private final Set<StackName> known = new HashSet<>();
  private final BooleanSupplier stopped;
  private final IntConsumer ended;
  private final Set<StackName> begun = new HashSet<>();
  private final Map<StackName, StackOutcome> outcomes = new HashMap<>();
  private volatile boolean interrupted;

  private StackSchedule(
      List<StackTask> tasks,
      IntFunction<RunResult> worker,
      BooleanSupplier stopped,
      IntConsumer ended) {
    this.tasks = tasks;
    this.worker = worker;
    this.stopped = stopped;
    this.ended = ended;
    tasks.forEach(task -> known.add(task.stack()));
  }

  /**
   * Does all of them, and waits for the end.
   *
   * @param tasks each after those that it needs
   * @param worker does one of them, by its place in the list
   * @param atOnce how many stacks are worked on at once, at most
   * @param stopped whether nothing more is to be begun
   * @param ended is told of the place of each that has ended, or will not be begun
   */
  static RunOutcome run(
      List<StackTask> tasks,
      IntFunction<RunResult> worker,
      int atOnce,
      BooleanSupplier stopped,
      IntConsumer ended) {
    StackSchedule schedule = new StackSchedule(tasks, worker, stopped, ended);
    List<Thread> helpers =
        IntStream.range(1, Math.min(atOnce, tasks.size()))
            .mapToObj(number -> new Thread(schedule::work, "plinth-stack-" + number))
            .toList();
    helpers.forEach(
        thread -> {
          thread.setDaemon(true);
          thread.start();
        });
    schedule.work();
    RunOutcome outcome = schedule.await();
    if (schedule.interrupted) {
      Thread.currentThread().interrupt();
    }
    return outcome;
  }

  private void work() {
    for (OptionalInt next = take(); next.isPresent(); next = take()) {
      int place = next.getAsInt();
      StackOutcome outcome = outcome(place);
      ended.accept(place);
      end(tasks.get(place).stack(), outcome);
    }
  }

  /** Whatever happens to one stack, the others are gone on with. */
  private StackOutcome outcome(int place) {
    StackName stack = tasks.get(place).stack();
    try {
      return new Ended(stack, worker.apply(place));
    } catch (Throwable problem) {
      return new Prevented(stack, problem);
    }
  }

  private synchronized void end(StackName stack, StackOutcome outcome) {
    outcomes.put(stack, outcome);
    notifyAll();
  }

  /** Waits for a stack that can be begun; empty when there will be none any more. */
  private synchronized OptionalInt take() {
    while (true) {
      for (int place = 0; place < tasks.size(); place++) {
        StackTask task = tasks.get(place);
        if (begun.contains(task.stack())) {
          continue;
        }
        Optional<StackOutcome> hopeless = hopeless(task);
        if (hopeless.isPresent()) {
          begun.add(task.stack());
          ended.accept(place);
          end(task.stack(), hopeless.get());
        } else if (isReady(task)) {
          begun.add(task.stack());
          return OptionalInt.of(place);
        }
      }
      if (begun.size() == tasks.size()) {
        return OptionalInt.empty();
      }
      pause();
    }
  }

  private Optional<StackOutcome> hopeless(StackTask task) {
    if (stopped.getAsBoolean()) {
      return Optional.of(new NotBegun(task.stack(), Optional.empty()));
    }
    return needed(task).stream()
        .filter(need -> outcomes.containsKey(need) && !outcomes.get(need).isDone())
        .<StackOutcome>map(need -> new NotBegun(task.stack(), Optional.of(need)))
        .findFirst();
  }

  private boolean isReady(StackTask task) {
    return outcomes.keySet().containsAll(needed(task));
  }

  private List<StackName> needed(StackTask task) {
    return task.needs().stream().filter(known::contains).sorted().toList();
  }

  private synchronized RunOutcome await() {
    while (outcomes.size() < tasks.size()) {
      pause();
    }
    List<StackOutcome> inOrder = new ArrayList<>();
    tasks.forEach(task -> inOrder.add(outcomes.get(task.stack())));
    return new RunOutcome(inOrder);
  }

  /** A command that is told to stop is told through its runs, and waits for them all the same. */
  @SuppressWarnings("WaitNotInLoop") // Its callers loop.
  private synchronized void pause() {
    try {
      wait();
    } catch (InterruptedException e) {
      interrupted = true;
    }
  }
}
