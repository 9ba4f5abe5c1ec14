/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.engine.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.engine.event.RunResult;
import dev.plinth.engine.provider.PartialFailureException;
import dev.plinth.engine.provider.ProviderException;
import dev.plinth.engine.state.ResourceState;
import dev.plinth.engine.value.PropertyMap;
import dev.plinth.engine.value.PropertyValue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Random graphs, random edits between runs, random failures of the provider. After every run the
 * state holds exactly what lives in the cloud (the stack itself checks the order of the state), and
 * once the provider behaves, one run reaches the goal and the next changes nothing.
 *
 * <p>A failure names its seed.
 */
class RandomProgramsTest {
  private static final int RUNS = 6;
  private static final int NAMES = 9;

  static LongStream seeds() {
    return LongStream.range(0, 150);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void theStateNeverLosesWhatLives(long seed) {
    Random random = new Random(seed);
    TestStack stack = new TestStack();
    stack.parallel = 1 + random.nextInt(4);
    ScriptedProgram program = ScriptedProgram.nothing();
    for (int run = 0; run < RUNS; run++) {
      misbehave(stack.provider, random);
      program = randomProgram(random);
      stack.up(program);
      assertThat(idsInState(stack))
          .as("run %d", run)
          .isEqualTo(new TreeSet<>(stack.provider.live.keySet()));
    }

    behave(stack.provider);
    assertThat(stack.up(program).result())
        .as(stack.errors().toString())
        .isEqualTo(RunResult.SUCCEEDED);
    DeploymentResult again = stack.up(program);

    assertThat(stack.steps()).allMatch(step -> step.startsWith("same "));
    assertThat(again.result()).isEqualTo(RunResult.SUCCEEDED);
    assertThat(stack.destroy().result()).isEqualTo(RunResult.SUCCEEDED);
    assertThat(stack.provider.live).isEmpty();
    assertThat(stack.snapshot.resources()).isEmpty();
  }

  private static Set<String> idsInState(TestStack stack) {
    return stack.snapshot.resources().stream()
        .filter(state -> state.type().equals(ScriptedProgram.TYPE))
        // Deleted ahead of its replacement: it is in the state for the replacement's sake only.
        .filter(state -> !state.pendingReplacement())
        .map(ResourceState::id)
        .map(id -> id.orElseThrow())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static ScriptedProgram randomProgram(Random random) {
    ScriptedProgram program = new ScriptedProgram();
    List<String> earlier = new ArrayList<>();
    for (int i = 0; i < NAMES; i++) {
      if (random.nextInt(4) == 0) {
        continue;
      }
      String name = "r" + i;
      PropertyMap.Builder inputs = PropertyMap.builder();
      inputs.put("size", PropertyValue.of(random.nextInt(2)));
      inputs.put("fixedName", PropertyValue.of(random.nextInt(5) == 0));
      Map<String, String> needs = new HashMap<>();
      if (!earlier.isEmpty() && random.nextBoolean()) {
        String property = random.nextInt(3) == 0 ? "fixedOf" : "of";
        needs.put(property, earlier.get(random.nextInt(earlier.size())));
      }
      program.resource(name, inputs.build(), needs, request -> request);
      earlier.add(name);
    }
    return program;
  }

  private static void misbehave(FakeProvider provider, Random random) {
    provider.deleteBeforeReplace = random.nextInt(3) == 0;
    int victim = random.nextInt(2 * NAMES);
    int how = random.nextInt(4);
    behave(provider);
    switch (how) {
      case 0 -> provider.beforeCreate = request -> refuse(request.urn().name(), victim);
      case 1 -> provider.beforeUpdate = request -> refuse(request.urn().name(), victim);
      case 2 -> provider.beforeDelete = request -> refuse(request.urn().name(), victim);
      default ->
          provider.beforeCreate =
              request -> {
                if (request.urn().name().equals("r" + victim)) {
                  String id = request.urn().name() + "-half-" + request.inputs().hashCode();
                  provider.live.put(id, request.inputs());
                  throw new PartialFailureException(
                      id, request.inputs(), List.of("half made"), null);
                }
              };
    }
  }

  private static void behave(FakeProvider provider) {
    provider.beforeCreate = request -> {};
    provider.beforeUpdate = request -> {};
    provider.beforeDelete = request -> {};
  }

  private static void refuse(String name, int victim) {
    if (name.equals("r" + victim)) {
      throw new ProviderException(name + " does not want to");
    }
  }
}
