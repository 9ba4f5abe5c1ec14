/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.programs.computestack;

import dev.plinth.api.computestack.ComputeStack;
import dev.plinth.api.computestack.StackFunction;
import dev.plinth.api.computestack.StandardFunction;
import dev.plinth.api.computestack.access.Identity;
import dev.plinth.programs.computestack.asl.State;
import dev.plinth.programs.computestack.asl.State.Choice.Rule;
import dev.plinth.programs.computestack.asl.StateMachineDefinition;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The circuit breaker as a state machine. It opens by pausing the event source mapping. Half open,
 * it takes one message from the queue and calls the function with it: when that works, the breaker
 * closes and the mapping goes on; else it waits and tries again. A message that was not processed
 * comes back to the queue by itself, after the visibility timeout; so a queue that has no message
 * to give closes the breaker only if none is hidden or delayed either.
 *
 * <p>A run ends after some probes and hands over to a new one, for Step Functions ends an execution
 * whose history has 25,000 events. A run that cannot go on lets the mapping go on, and fails.
 *
 * @param machineArn of itself
 * @param mappingId the mapping to pause
 * @param functionArn what the mapping invokes
 * @param queueName the queue that it polls
 * @see <a
 *     href="https://docs.aws.amazon.com/step-functions/latest/dg/tutorial-continue-new.html">Starting
 *     a new execution to go on</a>
 */
record BreakerDefinition(
    Identity identity,
    String machineArn,
    String mappingId,
    String functionArn,
    String queueName,
    int functionTimeoutSeconds,
    int probeSeconds) {
  /** Probes of one run: far from filling its history, even if every call is retried. */
  static final int MOST_PROBES = 50;

  private static final String BEGIN = "Begin";
  private static final String TAKES_OVER = "TakesOver";
  private static final String LOOK = "Look";
  private static final String IS_CLOSED = "IsClosed";
  private static final String OPEN = "Open";
  private static final String WAIT = "Wait";
  private static final String COUNT_PROBE = "CountProbe";
  private static final String TAKE = "TakeOneMessage";
  private static final String HAS_MESSAGE = "HasMessage";
  private static final String COUNT = "CountMessages";
  private static final String IS_EMPTY = "IsEmpty";
  private static final String PROBE = "Probe";
  private static final String HAS_WORKED = "HasWorked";
  private static final String TRY_AGAIN = "TryAgain";
  private static final String HAND_OVER = "HandOver";
  private static final String DELETE = "DeleteMessage";
  private static final String CLOSE = "Close";
  private static final String DONE = "Done";
  private static final String GIVE_UP = "GiveUp";
  private static final String FAILED = "Failed";

  /**
   * The breaker of a stack that has one.
   *
   * @param mappingId the mapping to pause
   */
  static BreakerDefinition of(ComputeStack stack, Identity identity, String mappingId) {
    StackFunction function = stack.function(StandardFunction.DATA_PROCESSOR).orElseThrow();
    String queue = stack.brokenFeed().orElseThrow().queue();
    return new BreakerDefinition(
        identity,
        identity.arn("states", "stateMachine:" + stack.names().of(CircuitBreaker.ID)),
        mappingId,
        identity.arn("lambda", "function:" + MadeFunction.callName(function)),
        stack.queue(queue).orElseThrow().name(),
        function.timeoutSeconds(),
        stack.breakerProbeSeconds());
  }

  StateMachineDefinition definition() {
    BreakerCalls calls = new BreakerCalls(this, GIVE_UP);
    Map<String, State> states = new LinkedHashMap<>();
    states.put(BEGIN, new State.Pass(Map.of("done", 0), "$.probes", TAKES_OVER));
    states.put(
        TAKES_OVER, choice(new Rule(BreakerCalls.TAKEN_OVER, "IsPresent", true, WAIT), LOOK));
    addOpening(states, calls);
    addProbing(states, calls);
    addClosing(states, calls);
    return new StateMachineDefinition(
        "Pauses a queue's consumer while it fails", BEGIN, Optional.empty(), states);
  }

  private static void addOpening(Map<String, State> states, BreakerCalls calls) {
    states.put(LOOK, calls.look(IS_CLOSED));
    // An alarm while it is open starts a second run, which leaves the matter to the first.
    states.put(
        IS_CLOSED, choice(new Rule("$.mapping.State", "StringEquals", "Enabled", OPEN), DONE));
    states.put(OPEN, calls.pause(WAIT));
  }

  private void addProbing(Map<String, State> states, BreakerCalls calls) {
    states.put(WAIT, new State.Wait(probeSeconds, COUNT_PROBE));
    states.put(
        COUNT_PROBE,
        new State.Pass(Map.of("done.$", "States.MathAdd($.probes.done, 1)"), "$.probes", TAKE));
    states.put(TAKE, calls.receive(HAS_MESSAGE));
    states.put(
        HAS_MESSAGE, choice(new Rule(BreakerCalls.MESSAGE, "IsPresent", true, PROBE), COUNT));
    states.put(COUNT, calls.count(IS_EMPTY));
    // SQS gives numbers as text.
    states.put(
        IS_EMPTY,
        new State.Choice(
            BreakerCalls.COUNTS.stream()
                .map(count -> new Rule(count, "StringGreaterThan", "0", TRY_AGAIN))
                .toList(),
            CLOSE));
    states.put(PROBE, calls.probe(HAS_WORKED, TRY_AGAIN));
    states.put(
        HAS_WORKED, choice(new Rule(BreakerCalls.REFUSED, "IsPresent", true, TRY_AGAIN), DELETE));
    states.put(
        TRY_AGAIN,
        choice(
            new Rule("$.probes.done", "NumericGreaterThanEquals", MOST_PROBES, HAND_OVER), WAIT));
    states.put(HAND_OVER, calls.handOver(DONE));
  }

  private static void addClosing(Map<String, State> states, BreakerCalls calls) {
    states.put(DELETE, calls.delete(CLOSE));
    states.put(CLOSE, calls.restore(DONE));
    states.put(DONE, new State.Succeed());
    states.put(GIVE_UP, calls.restoreAtLast(FAILED));
    states.put(
        FAILED,
        new State.Fail("BreakerFailed", "The breaker could not go on, and let the mapping go on."));
  }

  private static State choice(Rule rule, String otherwise) {
    return new State.Choice(List.of(rule), otherwise);
  }
}
