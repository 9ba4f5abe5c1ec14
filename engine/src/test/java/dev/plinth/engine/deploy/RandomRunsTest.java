/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.engine.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.engine.event.EngineEvent.ResourcePre;
import dev.plinth.engine.event.RunResult;
import dev.plinth.engine.provider.CreateRequest;
import dev.plinth.engine.provider.DeleteRequest;
import dev.plinth.engine.provider.PartialFailureException;
import dev.plinth.engine.provider.ProviderException;
import dev.plinth.engine.step.Op;
import dev.plinth.engine.urn.Urn;
import dev.plinth.engine.value.PropertyMap;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Random programs with options, random edits and runs in between (targets, refreshes after drift,
 * going on after errors), random failures of the provider. After every run the state holds exactly
 * what lives, and nothing was made before what it needs or deleted before what needs it; once the
 * provider behaves, one run reaches the goal.
 *
 * <p>A failure names its seed.
 */
class RandomRunsTest {
  private static final int RUNS = 7;

  private final TestStack stack = new TestStack();
  private final List<String> violations = Collections.synchronizedList(new ArrayList<>());
  private final AtomicInteger halves = new AtomicInteger();

  static LongStream seeds() {
    return LongStream.range(0, 250);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void the_state_is_what_lives_and_the_goal_is_reached(long seed) {
    Random random = new Random(seed);
    stack.parallel = 1 + random.nextInt(4);
    RandomGraph graph = new RandomGraph(random);
    ScriptedProgram program = graph.next();
    for (int run = 0; run < RUNS; run++) {
      program = graph.next();
      runOnce(program, random);
      assertThat(idsInState())
          .as("run %d %s %s %s", run, stack.asked, stack.steps(), stack.errors())
          .isEqualTo(new TreeSet<>(stack.provider.live.keySet()));
      assertThat(violations).as("run %d", run).isEmpty();
    }

    misbehave(random.nextInt(), -1);
    stack.asked = RunOptions.none();
    stack.provider.deleteBeforeReplace = false;
    assertThat(stack.up(program).result()).as("%s", stack.errors()).isEqualTo(RunResult.SUCCEEDED);
    assertThat(idsInState()).isEqualTo(new TreeSet<>(stack.provider.live.keySet()));
    stack.up(program);
    assertThat(stack.steps()).allMatch(step -> step.startsWith("same "));
    assertThat(stack.destroy().result()).isEqualTo(RunResult.SUCCEEDED);
    assertThat(stack.provider.live).isEmpty();
    assertThat(stack.snapshot.resources()).isEmpty();
    assertThat(violations).isEmpty();
  }

  private void runOnce(ScriptedProgram program, Random random) {
    stack.provider.deleteBeforeReplace = random.nextInt(4) == 0;
    misbehave(random.nextInt(4), random.nextInt(2 * RandomGraph.NAMES));
    int which = random.nextInt(6);
    switch (which) {
      case 0 -> refreshAfterDrift(random);
      case 1 -> {
        stack.target("r" + random.nextInt(RandomGraph.NAMES) + "*");
        stack.up(program);
      }
      case 2 -> {
        stack.asked = RunOptions.none().withContinueOnError(true);
        stack.up(program);
      }
      case 3 -> {
        stack.asked =
            RunOptions.none()
                .withSelection(
                    Selection.all()
                        .replacing(
                            TestStack.patterns("r" + random.nextInt(RandomGraph.NAMES) + "*")));
        stack.up(program);
      }
      default -> {
        stack.asked = RunOptions.none();
        stack.up(program);
      }
    }
  }

  /** Somebody else deletes a resource and changes another; a refresh finds out. */
  private void refreshAfterDrift(Random random) {
    misbehave(0, -1);
    List<String> ids = List.copyOf(new TreeSet<>(stack.provider.live.keySet()));
    if (!ids.isEmpty()) {
      stack.provider.live.remove(ids.get(random.nextInt(ids.size())));
      String changed = ids.get(random.nextInt(ids.size()));
      stack.provider.live.computeIfPresent(
          changed, (id, properties) -> properties.toBuilder().put("size", 7).build());
    }
    stack.asked = RunOptions.none().withAccept(random.nextBoolean());
    assertThat(stack.refresh().result()).isEqualTo(RunResult.SUCCEEDED);
  }

  private Set<String> idsInState() {
    return stack.snapshot.resources().stream()
        .filter(state -> state.type().equals(ScriptedProgram.TYPE))
        // Deleted ahead of its replacement: it is in the state for the replacement's sake only.
        .filter(state -> !state.pendingReplacement())
        .map(state -> state.id().orElseThrow())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private void misbehave(int how, int victim) {
    stack.provider.beforeUpdate = request -> refuse(how == 1, request.urn(), victim);
    stack.provider.beforeDelete =
        request -> {
          refuse(how == 2, request.urn(), victim);
          verifyUnused(request);
        };
    stack.provider.beforeCreate =
        request -> {
          verifyNeeds(request);
          refuse(how == 0, request.urn(), victim);
          if (how == 3 && isVictim(request.urn(), victim)) {
            String id = request.urn().name() + "-half-" + halves.incrementAndGet();
            stack.provider.live.put(id, request.inputs());
            throw new PartialFailureException(id, request.inputs(), List.of("half made"), null);
          }
        };
  }

  private static void refuse(boolean applies, Urn urn, int victim) {
    if (applies && isVictim(urn, victim)) {
      throw new ProviderException(urn.name() + " does not want to");
    }
  }

  private static boolean isVictim(Urn urn, int victim) {
    return urn.name().equals("r" + victim) || urn.name().startsWith("r" + victim + "-");
  }

  private void verifyNeeds(CreateRequest request) {
    for (String property : List.of("of", "fixedOf")) {
      request
          .inputs()
          .text(property)
          .filter(arn -> arn.startsWith("arn:"))
          .map(arn -> arn.substring("arn:".length()))
          .filter(id -> !stack.provider.live.containsKey(id))
          .ifPresent(id -> violations.add(request.urn().name() + " was made before " + id));
    }
  }

  /** Deleting ahead of a replacement is the one case in which users are still there. */
  private void verifyUnused(DeleteRequest request) {
    if (lastOp(request.urn()) == Op.DELETE) {
      for (PropertyMap properties : stack.provider.live.values()) {
        for (String property : List.of("of", "fixedOf")) {
          properties
              .text(property)
              .filter(("arn:" + request.id())::equals)
              .ifPresent(arn -> violations.add(request.id() + " was deleted while in use"));
        }
      }
    }
  }

  private Op lastOp(Urn urn) {
    synchronized (stack.events) {
      return stack.events.stream()
          .filter(ResourcePre.class::isInstance)
          .map(event -> ((ResourcePre) event).step())
          .filter(step -> step.urn().equals(urn))
          .reduce((earlier, later) -> later)
          .orElseThrow()
          .op();
    }
  }
}
