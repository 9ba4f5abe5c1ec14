/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.programs.computestack;

import com.pulumi.aws.sfn.StateMachine;
import com.pulumi.core.Output;
import dev.plinth.api.computestack.ComputeStack;
import dev.plinth.api.computestack.PipelineSteps;
import dev.plinth.api.computestack.access.Edge;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The data pipeline. */
final class DataPipeline {
  static final String ID = "data_pipeline";

  private DataPipeline() {}

  static Optional<StateMachine> create(Site site, LogSet logs) {
    return site.stack().hasPipeline()
        ? Optional.of(
            Workflow.create(
                site,
                logs,
                ID,
                edges(site.stack()),
                Output.of(identity -> List.of()),
                Output.of(identity -> PipelineDefinition.of(site.stack(), identity))))
        : Optional.empty();
  }

  private static List<Edge> edges(ComputeStack stack) {
    List<Edge> edges = new ArrayList<>();
    edges.add(
        new Edge.Invoke(
            PipelineSteps.of(stack).stream()
                .flatMap(step -> stack.function(step.function()).stream())
                .map(MadeFunction::callName)
                .distinct()
                .toList()));
    List<String> topics = new ArrayList<>();
    if (stack.hasTopic()) {
      topics.add(stack.topicName());
    }
    if (stack.hasAlarms()) {
      topics.add(stack.alertsName());
    }
    if (!topics.isEmpty()) {
      edges.add(new Edge.Publish(topics));
      stack.kmsKeyArn().ifPresent(key -> edges.add(new Edge.UseKey(key, true)));
    }
    return edges;
  }
}
