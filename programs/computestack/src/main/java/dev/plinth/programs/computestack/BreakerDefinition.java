/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.programs.computestack;

import dev.plinth.api.computestack.ComputeStack;
import dev.plinth.api.computestack.StackFunction;
import dev.plinth.api.computestack.StandardFunction;
import dev.plinth.api.computestack.access.Identity;
import dev.plinth.programs.computestack.asl.Catcher;
import dev.plinth.programs.computestack.asl.Retrier;
import dev.plinth.programs.computestack.asl.State;
import dev.plinth.programs.computestack.asl.State.Choice.Rule;
import dev.plinth.programs.computestack.asl.StateMachineDefinition;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

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
  private static final int CALL_SECONDS = 60;
  private static final String TAKEN_OVER = "takenOver";
  private static final String MESSAGE = "$.received.Messages[0]";
  private static final List<String> COUNTED =
      List.of(
          "ApproximateNumberOfMessages",
          "ApproximateNumberOfMessagesNotVisible",
          "ApproximateNumberOfMessagesDelayed");
  private static final List<String> ALREADY_STARTED =
      List.of("StepFunctions.ExecutionAlreadyExistsException");

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
    Map<String, State> states = new LinkedHashMap<>();
    states.put(BEGIN, new State.Pass(Map.of("done", 0), "$.probes", TAKES_OVER));
    states.put(
        TAKES_OVER,
        new State.Choice(List.of(new Rule("$." + TAKEN_OVER, "IsPresent", true, WAIT)), LOOK));
    addOpening(states);
    addProbing(states);
    states.put(
        TRY_AGAIN,
        new State.Choice(
            List.of(new Rule("$.probes.done", "NumericGreaterThanEquals", MOST_PROBES, HAND_OVER)),
            WAIT));
    states.put(HAND_OVER, handOver());
    states.put(DELETE, sdk("sqs:deleteMessage", delete(), "$.deleted", CLOSE));
    states.put(CLOSE, sdk("lambda:updateEventSourceMapping", enabled(true), "$.restored", DONE));
    states.put(DONE, new State.Succeed());
    states.put(
        GIVE_UP,
        sdk("lambda:updateEventSourceMapping", enabled(true), "$.restored", List.of(), FAILED));
    states.put(
        FAILED,
        new State.Fail("BreakerFailed", "The breaker could not go on, and let the mapping go on."));
    return new StateMachineDefinition(
        "Pauses a queue's consumer while it fails", BEGIN, Optional.empty(), states);
  }

  private void addOpening(Map<String, State> states) {
    states.put(
        LOOK,
        sdk(
            "lambda:getEventSourceMapping",
            Map.of("Uuid", mappingId),
            "$.mapping",
            List.of(),
            IS_CLOSED));
    // An alarm while it is open starts a second run, which leaves the matter to the first.
    states.put(
        IS_CLOSED,
        new State.Choice(
            List.of(new Rule("$.mapping.State", "StringEquals", "Enabled", OPEN)), DONE));
    states.put(OPEN, sdk("lambda:updateEventSourceMapping", enabled(false), "$.paused", WAIT));
  }

  private void addProbing(Map<String, State> states) {
    states.put(WAIT, new State.Wait(probeSeconds, COUNT_PROBE));
    states.put(
        COUNT_PROBE,
        new State.Pass(Map.of("done.$", "States.MathAdd($.probes.done, 1)"), "$.probes", TAKE));
    states.put(TAKE, sdk("sqs:receiveMessage", receive(), "$.received", HAS_MESSAGE));
    states.put(
        HAS_MESSAGE, new State.Choice(List.of(new Rule(MESSAGE, "IsPresent", true, PROBE)), COUNT));
    states.put(COUNT, sdk("sqs:getQueueAttributes", count(), "$.counted", IS_EMPTY));
    states.put(
        IS_EMPTY, new State.Choice(COUNTED.stream().map(BreakerDefinition::some).toList(), CLOSE));
    states.put(PROBE, probe());
    states.put(
        HAS_WORKED,
        new State.Choice(
            List.of(new Rule("$.probe.Payload.batchItemFailures[0]", "IsPresent", true, TRY_AGAIN)),
            DELETE));
  }

  private Map<String, Object> enabled(boolean enabled) {
    Map<String, Object> parameters = new LinkedHashMap<>();
    parameters.put("Uuid", mappingId);
    parameters.put("Enabled", enabled);
    return parameters;
  }

  private String queueUrl() {
    return identity.queueUrl(queueName);
  }

  private Map<String, Object> receive() {
    Map<String, Object> parameters = new LinkedHashMap<>();
    parameters.put("QueueUrl", queueUrl());
    parameters.put("MaxNumberOfMessages", 1);
    parameters.put("WaitTimeSeconds", 5);
    return parameters;
  }

  private Map<String, Object> count() {
    Map<String, Object> parameters = new LinkedHashMap<>();
    parameters.put("QueueUrl", queueUrl());
    parameters.put("AttributeNames", COUNTED);
    return parameters;
  }

  /** Tries again while there are any; SQS gives numbers as text. */
  private static Rule some(String attribute) {
    return new Rule("$.counted.Attributes." + attribute, "StringGreaterThan", "0", TRY_AGAIN);
  }

  private Map<String, Object> delete() {
    Map<String, Object> parameters = new LinkedHashMap<>();
    parameters.put("QueueUrl", queueUrl());
    parameters.put("ReceiptHandle.$", MESSAGE + ".ReceiptHandle");
    return parameters;
  }

  /** Calls the function as Lambda would call it with a batch of one message. */
  private State probe() {
    Map<String, Object> message = new LinkedHashMap<>();
    message.put("messageId.$", MESSAGE + ".MessageId");
    message.put("receiptHandle.$", MESSAGE + ".ReceiptHandle");
    message.put("body.$", MESSAGE + ".Body");
    message.put("attributes", Map.of());
    message.put("messageAttributes", Map.of());
    message.put("eventSource", "aws:sqs");
    message.put("eventSourceARN", identity.arn("sqs", queueName));
    message.put("awsRegion", identity.region());
    Map<String, Object> parameters = new LinkedHashMap<>();
    parameters.put("FunctionName", functionArn);
    parameters.put("Payload", Map.of("Records", List.of(message)));
    return new State.Task(
        "arn:" + identity.partition() + ":states:::lambda:invoke",
        parameters,
        Optional.of("$.probe"),
        functionTimeoutSeconds + CALL_SECONDS,
        List.of(),
        otherwise(TRY_AGAIN),
        Optional.of(HAS_WORKED));
  }

  /**
   * Starts the run that goes on. Its name follows from this one's, so that a start whose answer was
   * lost makes no second one; the new run may even have ended before the call is repeated.
   */
  private State handOver() {
    Map<String, Object> input = new LinkedHashMap<>();
    input.put(TAKEN_OVER, true);
    input.put("AWS_STEP_FUNCTIONS_STARTED_BY_EXECUTION_ID.$", "$$.Execution.Id");
    Map<String, Object> parameters = new LinkedHashMap<>();
    parameters.put("StateMachineArn", machineArn);
    parameters.put("Name.$", "States.Hash($$.Execution.Id, 'SHA-256')");
    parameters.put("Input", input);
    List<Catcher> catchers = new ArrayList<>();
    catchers.add(new Catcher(ALREADY_STARTED, DONE, "$.started"));
    catchers.addAll(otherwise(GIVE_UP));
    return new State.Task(
        "arn:" + identity.partition() + ":states:::states:startExecution",
        parameters,
        Optional.of("$.started"),
        CALL_SECONDS,
        List.of(Retrier.never(ALREADY_STARTED), patiently()),
        catchers,
        Optional.of(DONE));
  }

  /** A call that the breaker cannot do without while it is open. */
  private State sdk(String action, Map<String, Object> parameters, String resultPath, String next) {
    return sdk(action, parameters, resultPath, otherwise(GIVE_UP), next);
  }

  private State sdk(
      String action,
      Map<String, Object> parameters,
      String resultPath,
      List<Catcher> catchers,
      String next) {
    return new State.Task(
        "arn:" + identity.partition() + ":states:::aws-sdk:" + action,
        parameters,
        Optional.of(resultPath),
        CALL_SECONDS,
        List.of(patiently()),
        catchers,
        Optional.of(next));
  }

  /** A mapping that is just changing refuses another change for a while. */
  private static Retrier patiently() {
    return new Retrier(List.of("States.ALL"), 5, 8, 2.0, 300);
  }

  /** Goes elsewhere after any error; too large an answer is none of States.ALL. */
  private static List<Catcher> otherwise(String next) {
    return Stream.of("States.DataLimitExceeded", "States.ALL")
        .map(error -> new Catcher(List.of(error), next, "$.error"))
        .toList();
  }
}
