/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.cli.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plinth.cli.env.CommandException;
import dev.plinth.cli.env.ExitCode;
import dev.plinth.cli.env.SeveralProblemsException;
import dev.plinth.cli.run.StackOutcome.Ended;
import dev.plinth.cli.run.StackOutcome.NotBegun;
import dev.plinth.engine.event.RunResult;
import dev.plinth.engine.state.StackName;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.instancio.junit.Given;
import org.instancio.junit.InstancioExtension;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** In what order, and how many at once, the stacks of a command are worked on. */
@ExtendWith(InstancioExtension.class)
class StackScheduleTest {
  private static final int MANY = 16;

  private final List<StackTask> tasks = new ArrayList<>();
  private final List<String> begun = new CopyOnWriteArrayList<>();
  private final List<String> told = new CopyOnWriteArrayList<>();
  private final AtomicBoolean stopped = new AtomicBoolean();

  private static StackName name(String stack) {
    return new StackName("aws-lambda", stack);
  }

  private StackScheduleTest stack(String stack, String... needs) {
    tasks.add(
        new StackTask(
            name(stack),
            Arrays.stream(needs).map(StackScheduleTest::name).collect(Collectors.toSet()),
            report -> RunResult.SUCCEEDED));
    return this;
  }

  private RunOutcome run(int atOnce, Function<String, RunResult> work) {
    return StackSchedule.run(
        tasks,
        place -> {
          begun.add(nameAt(place));
          return work.apply(nameAt(place));
        },
        atOnce,
        stopped::get,
        place -> told.add(nameAt(place)));
  }

  private String nameAt(int place) {
    return tasks.get(place).stack().stack();
  }

  private static RunResult succeed(String stack) {
    return RunResult.SUCCEEDED;
  }

  @Test
  void one_at_a_time_goes_through_the_list_in_order() {
    stack("a").stack("b", "a").stack("c").stack("d", "b");

    assertThat(run(1, StackScheduleTest::succeed).result()).isEqualTo(RunResult.SUCCEEDED);

    assertThat(begun).containsExactly("a", "b", "c", "d");
    assertThat(told).containsExactly("a", "b", "c", "d");
  }

  @Test
  void stacks_that_do_not_need_each_other_are_in_flight_together() {
    CyclicBarrier both = new CyclicBarrier(2);
    stack("a").stack("b");

    RunOutcome outcome =
        run(
            MANY,
            stack -> {
              meet(both);
              return RunResult.SUCCEEDED;
            });

    assertThat(outcome.result()).isEqualTo(RunResult.SUCCEEDED);
  }

  /** Ends only when all have come; a minute is for ever. */
  private static void meet(CyclicBarrier barrier) {
    try {
      barrier.await(1, TimeUnit.MINUTES);
    } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void a_failed_stack_stops_only_those_that_stand_on_it() {
    stack("a").stack("b", "a").stack("c", "b").stack("d");

    RunOutcome outcome =
        run(MANY, stack -> stack.equals("a") ? RunResult.FAILED : RunResult.SUCCEEDED);

    assertThat(outcome.stacks())
        .containsExactly(
            new Ended(name("a"), RunResult.FAILED),
            new NotBegun(name("b"), Optional.of(name("a"))),
            new NotBegun(name("c"), Optional.of(name("b"))),
            new Ended(name("d"), RunResult.SUCCEEDED));
    assertThat(outcome.result()).isEqualTo(RunResult.FAILED);
    assertThat(outcome.notBegun("begun"))
        .isEqualTo("Not begun: b, because of a\nNot begun: c, because of b\n");
    assertThat(told).containsExactlyInAnyOrder("a", "b", "c", "d");
  }

  @Test
  void nothing_more_is_begun_once_the_command_is_stopped() {
    stack("a").stack("b");

    RunOutcome outcome =
        run(
            1,
            stack -> {
              stopped.set(true);
              return RunResult.CANCELED;
            });

    assertThat(begun).containsExactly("a");
    assertThat(outcome.result()).isEqualTo(RunResult.CANCELED);
    assertThat(outcome.notBegun("begun")).isEqualTo("Not begun: b\n");
  }

  @Test
  void what_keeps_a_single_stack_from_running_is_thrown_as_it_is() {
    CommandException locked =
        new CommandException(ExitCode.LOCKED, "state.locked", "it is locked", "wait", null);
    stack("a").stack("b");

    RunOutcome outcome =
        run(
            MANY,
            stack -> {
              if (stack.equals("a")) {
                throw locked;
              }
              return RunResult.SUCCEEDED;
            });

    assertThat(outcome.result()).isEqualTo(RunResult.FAILED);
    assertThatThrownBy(outcome::throwProblems).isSameAs(locked);
  }

  @Test
  void every_problem_is_thrown_and_so_is_how_the_others_ended() {
    stack("a").stack("b").stack("c");

    RunOutcome outcome =
        run(
            MANY,
            stack -> {
              if (stack.equals("c")) {
                return RunResult.FAILED;
              }
              throw new IllegalStateException(stack);
            });

    assertThatThrownBy(outcome::throwProblems)
        .isInstanceOfSatisfying(
            SeveralProblemsException.class,
            e -> {
              assertThat(e.problems()).extracting(Throwable::getMessage).containsExactly("a", "b");
              assertThat(e.others()).containsExactly(ExitCode.FAILED);
            });
  }

  @Test
  void the_exit_code_of_several_is_the_one_that_weighs_most() {
    assertThat(ExitCode.ofSeveral(List.of(ExitCode.LOCKED, ExitCode.FAILED, ExitCode.INVALID)))
        .isEqualTo(ExitCode.FAILED);
    assertThat(ExitCode.ofSeveral(List.of(ExitCode.FAILED, ExitCode.CANCELED)))
        .isEqualTo(ExitCode.CANCELED);
    assertThat(ExitCode.ofSeveral(List.of())).isEqualTo(ExitCode.OK);
  }

  /** Each stack may need any of those before it, and may fail. */
  @RepeatedTest(50)
  void in_any_graph_each_stack_comes_after_those_it_needs_and_only_failures_hold_others_back(
      @Given int atOnce, @Given long needs, @Given long failures) {
    Map<String, List<String>> graph = graph(needs);
    Map<String, Boolean> succeeds = new HashMap<>();
    graph.keySet().forEach(stack -> succeeds.put(stack, bit(failures, number(stack) * 3)));
    Map<String, Boolean> done = new ConcurrentHashMap<>();
    AtomicInteger inFlight = new AtomicInteger();
    int bound = 1 + Math.floorMod(atOnce, 4);

    RunOutcome outcome =
        run(
            bound,
            stack -> {
              assertThat(inFlight.incrementAndGet()).isLessThanOrEqualTo(bound);
              assertThat(done.keySet()).containsAll(graph.get(stack));
              inFlight.decrementAndGet();
              if (succeeds.get(stack)) {
                done.put(stack, true);
              }
              return succeeds.get(stack) ? RunResult.SUCCEEDED : RunResult.FAILED;
            });

    outcome.throwProblems();
    for (StackOutcome each : outcome.stacks()) {
      String stack = each.stack().stack();
      boolean heldBack = !done.keySet().containsAll(graph.get(stack));
      assertThat(each instanceof NotBegun).as("%s", each).isEqualTo(heldBack);
    }
    assertThat(outcome.stacks()).hasSameSizeAs(tasks);
  }

  private Map<String, List<String>> graph(long needs) {
    Map<String, List<String>> graph = new HashMap<>();
    int bit = 0;
    for (int i = 0; i < 10; i++) {
      List<String> mine = new ArrayList<>();
      for (int j = 0; j < i; j++) {
        if (bit(needs, bit++)) {
          mine.add("s" + j);
        }
      }
      graph.put("s" + i, mine);
      stack("s" + i, mine.toArray(String[]::new));
    }
    return graph;
  }

  private static int number(String stack) {
    return Integer.parseInt(stack.substring(1));
  }

  private static boolean bit(long bits, int place) {
    return (bits >>> (place % 64) & 1) == 1;
  }
}
