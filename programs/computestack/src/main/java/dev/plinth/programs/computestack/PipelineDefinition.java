/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.programs.computestack;

import dev.plinth.api.computestack.ComputeStack;
import dev.plinth.api.computestack.PipelineSteps;
import dev.plinth.api.computestack.PipelineSteps.Step;
import dev.plinth.api.computestack.access.Identity;
import dev.plinth.programs.computestack.asl.Catcher;
import dev.plinth.programs.computestack.asl.Retrier;
import dev.plinth.programs.computestack.asl.State;
import dev.plinth.programs.computestack.asl.StateMachineDefinition;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The data pipeline: validate, process, store, notify. What a step cannot do after its retries goes
 * to the failure branch, which tells the alerts topic and ends the run as failed.
 */
final class PipelineDefinition {
  private static final String NOTIFY = "Notify";
  private static final String DONE = "Done";
  private static final String REPORT_FAILURE = "ReportFailure";
  private static final String FAILED = "Failed";
  private static final int PUBLISH_SECONDS = 30;
  private static final double BACKOFF_RATE = 2.0;
  private static final int LONGEST_DELAY_SECONDS = 7200;

  private final ComputeStack stack;
  private final Identity identity;

  private PipelineDefinition(ComputeStack stack, Identity identity) {
    this.stack = stack;
    this.identity = identity;
  }

  static StateMachineDefinition of(ComputeStack stack, Identity identity) {
    return new PipelineDefinition(stack, identity).definition();
  }

  private StateMachineDefinition definition() {
    List<Step> steps = PipelineSteps.of(stack);
    Map<String, State> states = new LinkedHashMap<>();
    for (int i = 0; i < steps.size(); i++) {
      String next = i + 1 < steps.size() ? nameOf(steps.get(i + 1)) : afterSteps();
      states.put(nameOf(steps.get(i)), invoke(steps.get(i), next));
    }
    if (stack.hasTopic()) {
      states.put(NOTIFY, notifyDone());
    }
    states.put(DONE, new State.Succeed());
    if (stack.hasAlarms()) {
      states.put(REPORT_FAILURE, reportFailure());
    }
    states.put(FAILED, new State.Fail("PipelineFailed", "A step failed after its retries."));
    return new StateMachineDefinition(
        "Validates, processes, stores and notifies",
        nameOf(steps.get(0)),
        Optional.of(timeoutSeconds(steps)),
        states);
  }

  private String afterSteps() {
    return stack.hasTopic() ? NOTIFY : DONE;
  }

  private String failureBranch() {
    return stack.hasAlarms() ? REPORT_FAILURE : FAILED;
  }

  private static String nameOf(Step step) {
    return step.name().substring(0, 1).toUpperCase(Locale.ROOT) + step.name().substring(1);
  }

  private State invoke(Step step, String next) {
    Map<String, Object> payload = new LinkedHashMap<>();
    payload.put("stage", step.name());
    payload.put("execution.$", "$$.Execution.Id");
    payload.put("input.$", "$");
    Map<String, Object> parameters = new LinkedHashMap<>();
    parameters.put("FunctionName", identity.arn("lambda", "function:" + functionName(step)));
    parameters.put("Payload", payload);
    return new State.Task(
        integration("lambda:invoke"),
        parameters,
        Optional.of("$." + step.name()),
        step.timeoutSeconds(),
        List.of(retrier(step)),
        List.of(catchAll()),
        Optional.of(next));
  }

  private String functionName(Step step) {
    return MadeFunction.callName(stack.function(step.function()).orElseThrow());
  }

  private static Retrier retrier(Step step) {
    return new Retrier(
        List.of("States.TaskFailed", "States.Timeout"),
        step.intervalSeconds(),
        step.maxAttempts(),
        BACKOFF_RATE,
        LONGEST_DELAY_SECONDS);
  }

  private Catcher catchAll() {
    return new Catcher(List.of("States.ALL"), failureBranch(), "$.error");
  }

  private State notifyDone() {
    Map<String, Object> message = new LinkedHashMap<>();
    message.put("pipeline", stack.pipelineName());
    message.put("execution.$", "$$.Execution.Id");
    message.put("status", "SUCCEEDED");
    return publish(stack.topicName(), message, List.of(catchAll()), DONE);
  }

  private State reportFailure() {
    Map<String, Object> message = new LinkedHashMap<>();
    message.put("pipeline", stack.pipelineName());
    message.put("execution.$", "$$.Execution.Id");
    message.put("status", "FAILED");
    message.put("error.$", "$.error");
    // Even where nobody can be told, the run ends as failed.
    Catcher untold = new Catcher(List.of("States.ALL"), FAILED, "$.untold");
    return publish(stack.alertsName(), message, List.of(untold), FAILED);
  }

  private State publish(
      String topic, Map<String, Object> message, List<Catcher> catchers, String next) {
    Map<String, Object> parameters = new LinkedHashMap<>();
    parameters.put("TopicArn", identity.arn("sns", topic));
    parameters.put("Message", message);
    Retrier retrier = new Retrier(List.of("States.TaskFailed"), 2, 3, BACKOFF_RATE, 60);
    return new State.Task(
        integration("sns:publish"),
        parameters,
        Optional.of("$.published"),
        PUBLISH_SECONDS,
        List.of(retrier),
        catchers,
        Optional.of(next));
  }

  private String integration(String action) {
    return "arn:" + identity.partition() + ":states:::" + action;
  }

  /** That of the manifest, or room for every step with all of its retries, and for the rest. */
  private int timeoutSeconds(List<Step> steps) {
    int asked = stack.spec().getDataPipeline().getTimeoutSeconds();
    if (asked > 0) {
      return asked;
    }
    long total = 10L * PUBLISH_SECONDS;
    for (Step step : steps) {
      total +=
          (long) step.timeoutSeconds() * (1 + step.maxAttempts()) + retrier(step).longestWait();
    }
    return (int) total;
  }
}
