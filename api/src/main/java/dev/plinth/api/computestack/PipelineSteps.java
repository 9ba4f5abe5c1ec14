/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.api.computestack;

import dev.plinth.proto.computestack.DataPipeline;
import dev.plinth.proto.computestack.PipelineStep;
import java.util.List;

/** The steps of the data pipeline that call functions, in order. */
public final class PipelineSteps {
  private static final int MAX_ATTEMPTS = 3;
  private static final int INTERVAL_SECONDS = 2;

  private PipelineSteps() {}

  /**
   * One step.
   *
   * @param name validate, process or store
   * @param function the id of the function that it calls
   */
  public record Step(
      String name, String function, int timeoutSeconds, int maxAttempts, int intervalSeconds) {}

  /** The steps of a stack's pipeline. */
  public static List<Step> of(ComputeStack stack) {
    DataPipeline pipeline = stack.spec().getDataPipeline();
    return List.of(
        step(stack, "validate", pipeline.getValidate(), StandardFunction.DATA_PROCESSOR),
        step(stack, "process", pipeline.getProcess(), StandardFunction.DATA_PROCESSOR),
        step(stack, "store", pipeline.getStore(), StandardFunction.FILE_PROCESSOR));
  }

  static List<String> functionsOf(ComputeStack stack) {
    return of(stack).stream().map(Step::function).distinct().toList();
  }

  private static Step step(
      ComputeStack stack, String name, PipelineStep spec, StandardFunction otherwise) {
    String function = spec.getFunction().isEmpty() ? otherwise.id() : spec.getFunction();
    int timeout =
        spec.getTimeoutSeconds() > 0
            ? spec.getTimeoutSeconds()
            : stack
                .function(function)
                .map(StackFunction::timeoutSeconds)
                .orElse(otherwise.timeoutSeconds());
    return new Step(
        name,
        function,
        timeout,
        spec.hasMaxAttempts() ? spec.getMaxAttempts() : MAX_ATTEMPTS,
        spec.getIntervalSeconds() > 0 ? spec.getIntervalSeconds() : INTERVAL_SECONDS);
  }
}
