/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.programs.computestack;

import dev.plinth.api.computestack.access.Identity;
import dev.plinth.programs.computestack.asl.Catcher;
import dev.plinth.programs.computestack.asl.Retrier;
import dev.plinth.programs.computestack.asl.State;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What the circuit breaker calls, and where its answers are found. */
final class BreakerCalls {
  /** Whether another run has started this one. */
  static final String TAKEN_OVER = "$.takenOver";

  /** The message that was received, if any. */
  static final String MESSAGE = "$.received.Messages[0]";

  /** What the function says of a message that it could not process. */
  static final String REFUSED = "$.probe.Payload.batchItemFailures[0]";

  private static final List<String> ATTRIBUTES =
      List.of(
          "ApproximateNumberOfMessages",
          "ApproximateNumberOfMessagesNotVisible",
          "ApproximateNumberOfMessagesDelayed");

  /** How many messages there are of each sort, those that cannot be received included. */
  static final List<String> COUNTS =
      ATTRIBUTES.stream().map(attribute -> "$.counted.Attributes." + attribute).toList();

  private static final int CALL_SECONDS = 60;
  private static final List<String> ALREADY_STARTED =
      List.of("StepFunctions.ExecutionAlreadyExistsException");

  /** A mapping that is just changing refuses another change for a while. */
  private static final Retrier PATIENTLY = new Retrier(List.of("States.ALL"), 5, 8, 2.0, 300);

  private final BreakerDefinition breaker;
  private final Identity identity;
  private final String giveUp;

  /**
   * @param giveUp the state that follows when a call has failed that nothing can be done without
   */
  BreakerCalls(BreakerDefinition breaker, String giveUp) {
    this.breaker = breaker;
    this.identity = breaker.identity();
    this.giveUp = giveUp;
  }

  /** Nothing is open yet, so nothing has to be closed when this fails. */
  State look(String next) {
    return sdk(
        "lambda:getEventSourceMapping",
        Map.of("Uuid", breaker.mappingId()),
        "$.mapping",
        List.of(),
        next);
  }

  State pause(String next) {
    return sdk("lambda:updateEventSourceMapping", enabled(false), "$.paused", next);
  }

  State restore(String next) {
    return sdk("lambda:updateEventSourceMapping", enabled(true), "$.restored", next);
  }

  /** When this fails, there is nothing left to try. */
  State restoreAtLast(String next) {
    return sdk("lambda:updateEventSourceMapping", enabled(true), "$.restored", List.of(), next);
  }

  private Map<String, Object> enabled(boolean enabled) {
    Map<String, Object> parameters = new LinkedHashMap<>();
    parameters.put("Uuid", breaker.mappingId());
    parameters.put("Enabled", enabled);
    return parameters;
  }

  State receive(String next) {
    Map<String, Object> parameters = ofQueue();
    parameters.put("MaxNumberOfMessages", 1);
    parameters.put("WaitTimeSeconds", 5);
    return sdk("sqs:receiveMessage", parameters, "$.received", next);
  }

  State count(String next) {
    Map<String, Object> parameters = ofQueue();
    parameters.put("AttributeNames", ATTRIBUTES);
    return sdk("sqs:getQueueAttributes", parameters, "$.counted", next);
  }

  State delete(String next) {
    Map<String, Object> parameters = ofQueue();
    parameters.put("ReceiptHandle.$", MESSAGE + ".ReceiptHandle");
    return sdk("sqs:deleteMessage", parameters, "$.deleted", next);
  }

  private Map<String, Object> ofQueue() {
    Map<String, Object> parameters = new LinkedHashMap<>();
    parameters.put("QueueUrl", identity.queueUrl(breaker.queueName()));
    return parameters;
  }

  /** Calls the function as Lambda would call it with a batch of one message. */
  State probe(String next, String failed) {
    Map<String, Object> message = new LinkedHashMap<>();
    message.put("messageId.$", MESSAGE + ".MessageId");
    message.put("receiptHandle.$", MESSAGE + ".ReceiptHandle");
    message.put("body.$", MESSAGE + ".Body");
    message.put("attributes", Map.of());
    message.put("messageAttributes", Map.of());
    message.put("eventSource", "aws:sqs");
    message.put("eventSourceARN", identity.arn("sqs", breaker.queueName()));
    message.put("awsRegion", identity.region());
    Map<String, Object> parameters = new LinkedHashMap<>();
    parameters.put("FunctionName", breaker.functionArn());
    parameters.put("Payload", Map.of("Records", List.of(message)));
    return new State.Task(
        integration("lambda:invoke"),
        parameters,
        Optional.of("$.probe"),
        breaker.functionTimeoutSeconds() + CALL_SECONDS,
        List.of(),
        otherwise(failed),
        Optional.of(next));
  }

  /**
   * Starts the run that goes on. Its name follows from this one's, so that a start whose answer was
   * lost makes no second one; the new run may even have ended before the call is repeated.
   */
  State handOver(String next) {
    Map<String, Object> input = new LinkedHashMap<>();
    input.put(TAKEN_OVER.substring(2), true);
    input.put("AWS_STEP_FUNCTIONS_STARTED_BY_EXECUTION_ID.$", "$$.Execution.Id");
    Map<String, Object> parameters = new LinkedHashMap<>();
    parameters.put("StateMachineArn", breaker.machineArn());
    parameters.put("Name.$", "States.Hash($$.Execution.Id, 'SHA-256')");
    parameters.put("Input", input);
    List<Catcher> catchers = new ArrayList<>();
    catchers.add(new Catcher(ALREADY_STARTED, next, "$.started"));
    catchers.addAll(otherwise(giveUp));
    return new State.Task(
        integration("states:startExecution"),
        parameters,
        Optional.of("$.started"),
        CALL_SECONDS,
        List.of(Retrier.never(ALREADY_STARTED), PATIENTLY),
        catchers,
        Optional.of(next));
  }

  private State sdk(String action, Map<String, Object> parameters, String resultPath, String next) {
    return sdk(action, parameters, resultPath, otherwise(giveUp), next);
  }

  private State sdk(
      String action,
      Map<String, Object> parameters,
      String resultPath,
      List<Catcher> catchers,
      String next) {
    return new State.Task(
        integration("aws-sdk:" + action),
        parameters,
        Optional.of(resultPath),
        CALL_SECONDS,
        List.of(PATIENTLY),
        catchers,
        Optional.of(next));
  }

  private String integration(String action) {
    return "arn:" + identity.partition() + ":states:::" + action;
  }

  /** Goes elsewhere after any error; too large an answer is none of States.ALL. */
  private static List<Catcher> otherwise(String next) {
    return Stream.of("States.DataLimitExceeded", "States.ALL")
        .map(error -> new Catcher(List.of(error), next, "$.error"))
        .toList();
  }
}
