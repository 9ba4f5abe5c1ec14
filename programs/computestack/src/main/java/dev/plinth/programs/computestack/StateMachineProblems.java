/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.programs.computestack;

import dev.plinth.api.computestack.ComputeStack;
import dev.plinth.api.computestack.access.Identity;
import dev.plinth.programs.awslambda.Problem;
import dev.plinth.programs.computestack.asl.StateMachineDefinition;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What the Amazon States Language forbids about the state machines of a stack. */
final class StateMachineProblems {
  /** As long as any id of a mapping. */
  private static final String SOME_MAPPING = "00000000-0000-0000-0000-000000000000";

  private StateMachineProblems() {}

  static List<Problem> of(ComputeStack stack, String manifest) {
    Optional<StateMachineDefinition> pipeline =
        stack.hasPipeline()
            ? Optional.of(PipelineDefinition.of(stack, Identity.LONGEST))
            : Optional.empty();
    Optional<StateMachineDefinition> breaker =
        stack
            .brokenFeed()
            .map(feed -> BreakerDefinition.of(stack, Identity.LONGEST, SOME_MAPPING).definition());
    return Stream.concat(
            pipeline.stream()
                .flatMap(machine -> problems(machine, manifest, "spec.data_pipeline", "its steps")),
            breaker.stream()
                .flatMap(
                    machine -> problems(machine, manifest, "spec.circuit_breaker", "its fields")))
        .toList();
  }

  private static Stream<Problem> problems(
      StateMachineDefinition machine, String manifest, String path, String toCorrect) {
    return machine.problems().stream()
        .map(
            problem ->
                new Problem(
                    manifest,
                    path,
                    "makes a state machine that AWS would refuse: "
                        + problem.message()
                        + " at "
                        + problem.location(),
                    "correct " + toCorrect));
  }
}
