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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The circuit breaker as a state machine. It opens by pausing the event source mapping. Half open,
 * it takes one message from the queue and calls the function with it: when that works, the breaker
 * closes and the mapping goes on; else it waits and tries again. A message that was not processed
 * comes back to the queue by itself, after the visibility timeout; so a queue that has no message
 * to give closes the breaker only if none is hidden either.
 *
 * @param mappingId the mapping to pause
 * @param functionArn what the mapping invokes
 * @param queueName the queue that it polls
 */
record BreakerDefinition(
    Identity identity,
    String mappingId,
    String functionArn,
    String queueName,
    int functionTimeoutSeconds,
    int probeSeconds) {
  private static final String LOOK = "Look";
  private static final String IS_CLOSED = "IsClosed";
  private static final String OPEN = "Open";
  private static final String WAIT = "Wait";
  private static final String TAKE = "TakeOneMessage";
  private static final String HAS_MESSAGE = "HasMessage";
  private static final String COUNT = "CountMessages";
  private static final String IS_EMPTY = "IsEmpty";
  private static final String PROBE = "Probe";
  private static final String HAS_WORKED = "HasWorked";
  private static final String DELETE = "DeleteMessage";
  private static final String CLOSE = "Close";
  private static final String DONE = "Done";
  private static final int CALL_SECONDS = 60;
  private static final String MESSAGE = "$.received.Messages[0]";
  private static final String VISIBLE = "ApproximateNumberOfMessages";
  private static final String IN_FLIGHT = "ApproximateNumberOfMessagesNotVisible";

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
        mappingId,
        identity.arn("lambda", "function:" + MadeFunction.callName(function)),
        stack.queue(queue).orElseThrow().name(),
        function.timeoutSeconds(),
        stack.breakerProbeSeconds());
  }

  StateMachineDefinition definition() {
    Map<String, State> states = new LinkedHashMap<>();
    states.put(
        LOOK,
        sdk("lambda:getEventSourceMapping", Map.of("Uuid", mappingId), "$.mapping", IS_CLOSED));
    // An alarm while it is open starts a second run, which leaves the matter to the first.
    states.put(
        IS_CLOSED,
        new State.Choice(
            List.of(new Rule("$.mapping.State", "StringEquals", "Enabled", OPEN)), DONE));
    states.put(OPEN, sdk("lambda:updateEventSourceMapping", enabled(false), "$.paused", WAIT));
    states.put(WAIT, new State.Wait(probeSeconds, TAKE));
    states.put(TAKE, sdk("sqs:receiveMessage", receive(), "$.received", HAS_MESSAGE));
    states.put(
        HAS_MESSAGE, new State.Choice(List.of(new Rule(MESSAGE, "IsPresent", true, PROBE)), COUNT));
    states.put(COUNT, sdk("sqs:getQueueAttributes", count(), "$.counted", IS_EMPTY));
    states.put(IS_EMPTY, new State.Choice(List.of(some(VISIBLE), some(IN_FLIGHT)), CLOSE));
    states.put(PROBE, probe());
    states.put(
        HAS_WORKED,
        new State.Choice(
            List.of(new Rule("$.probe.Payload.batchItemFailures[0]", "IsPresent", true, WAIT)),
            DELETE));
    states.put(DELETE, sdk("sqs:deleteMessage", delete(), "$.deleted", CLOSE));
    states.put(CLOSE, sdk("lambda:updateEventSourceMapping", enabled(true), "$.restored", DONE));
    states.put(DONE, new State.Succeed());
    return new StateMachineDefinition(
        "Pauses a queue's consumer while it fails", LOOK, Optional.empty(), states);
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
    parameters.put("AttributeNames", List.of(VISIBLE, IN_FLIGHT));
    return parameters;
  }

  /** Waits on while there are any; SQS gives numbers as text. */
  private static Rule some(String attribute) {
    return new Rule("$.counted.Attributes." + attribute, "StringGreaterThan", "0", WAIT);
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
        List.of(new Catcher(List.of("States.ALL"), WAIT, "$.probe")),
        Optional.of(HAS_WORKED));
  }

  private State sdk(String action, Map<String, Object> parameters, String resultPath, String next) {
    // A mapping that is just changing refuses another change for a while.
    Retrier retrier = new Retrier(List.of("States.ALL"), 5, 8, 2.0, 300);
    return new State.Task(
        "arn:" + identity.partition() + ":states:::aws-sdk:" + action,
        parameters,
        Optional.of(resultPath),
        CALL_SECONDS,
        List.of(retrier),
        List.of(),
        Optional.of(next));
  }
}
