/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.api.validation;

import dev.plinth.api.computestack.ComputeStack;
import dev.plinth.api.computestack.PipelineSteps;
import java.util.Comparator;

/** The pipeline as a whole may run at least as long as each of its steps. */
final class PipelineTimeoutRule implements StackRule {

  @Override
  public void check(ComputeStack stack, Report report) {
    int whole = stack.spec().getDataPipeline().getTimeoutSeconds();
    if (whole == 0 || !stack.hasPipeline()) {
      return;
    }
    PipelineSteps.of(stack).stream()
        .filter(step -> step.timeoutSeconds() > whole)
        .max(Comparator.comparingInt(PipelineSteps.Step::timeoutSeconds))
        .ifPresent(
            step ->
                report.error(
                    "stack.pipeline-timeout",
                    "spec.data_pipeline.timeout_seconds",
                    "the pipeline is stopped after %d s, while its step %s alone may take %d s."
                        .formatted(whole, step.name(), step.timeoutSeconds()),
                    "set it to %d or more, set spec.data_pipeline.%s.timeout_seconds to %d or less, or leave it out."
                        .formatted(step.timeoutSeconds(), step.name(), whole)));
  }
}
