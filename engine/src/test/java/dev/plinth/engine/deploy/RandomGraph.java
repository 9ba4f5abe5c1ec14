/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.engine.deploy;

import dev.plinth.engine.value.PropertyMap;
import dev.plinth.engine.value.PropertyValue;
import dev.plinth.engine.value.PropertyValue.Secret;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.UnaryOperator;

/**
 * Makes programs at random, each an edit of the one before: resources come, go, change, get other
 * names, move under components, and take other options.
 */
final class RandomGraph {
  static final int NAMES = 9;

  private final Random random;

  /** All names that each resource has had; the last is the present one. */
  private final List<List<String>> names = new ArrayList<>();

  RandomGraph(Random random) {
    this.random = random;
    for (int i = 0; i < NAMES; i++) {
      names.add(new ArrayList<>(List.of("r" + i)));
    }
  }

  ScriptedProgram next() {
    ScriptedProgram program = new ScriptedProgram().component("group");
    List<String> earlier = new ArrayList<>();
    for (int i = 0; i < NAMES; i++) {
      if (random.nextInt(10) == 0) {
        names.get(i).add("r" + i + "-" + names.get(i).size());
      }
      if (random.nextInt(4) == 0) {
        continue;
      }
      List<String> all = names.get(i);
      String name = all.get(all.size() - 1);
      UnaryOperator<ResourceOptions.Builder> options = options(all, earlier);
      program.resource(name, inputs(), needs(earlier), request -> request.with(options));
      if (i % 3 == 0) {
        program.under("group");
      }
      earlier.add(name);
    }
    return program;
  }

  private PropertyMap inputs() {
    PropertyValue size = PropertyValue.of(random.nextInt(2));
    return PropertyMap.builder()
        .put("size", random.nextInt(4) == 0 ? new Secret(size) : size)
        .put("colour", random.nextInt(3))
        .put("fixedName", random.nextInt(6) == 0)
        .build();
  }

  private Map<String, String> needs(List<String> earlier) {
    Map<String, String> needs = new HashMap<>();
    while (!earlier.isEmpty() && needs.size() < 2 && random.nextBoolean()) {
      String property = random.nextInt(3) == 0 ? "fixedOf" : "of";
      needs.put(property, earlier.get(random.nextInt(earlier.size())));
    }
    return needs;
  }

  private UnaryOperator<ResourceOptions.Builder> options(List<String> all, List<String> earlier) {
    List<Alias> aliases = all.subList(0, all.size() - 1).stream().map(Alias::ofName).toList();
    Optional<Boolean> deleteFirst =
        random.nextInt(3) == 0 ? Optional.of(random.nextBoolean()) : Optional.empty();
    List<String> ignored = random.nextInt(6) == 0 ? List.of("colour") : List.of();
    List<String> replaceOn = random.nextInt(6) == 0 ? List.of("size") : List.of();
    List<String> secret = random.nextInt(6) == 0 ? List.of("arn") : List.of();
    Optional<PropertyValue> trigger =
        random.nextInt(6) == 0
            ? Optional.of(PropertyValue.of(random.nextInt(2)))
            : Optional.empty();
    boolean along = !earlier.isEmpty() && random.nextInt(8) == 0;
    String with = along ? earlier.get(random.nextInt(earlier.size())) : "";
    return options ->
        options
            .aliases(aliases)
            .deleteBeforeReplace(deleteFirst)
            .ignoreChanges(ignored)
            .replaceOnChanges(replaceOn)
            .additionalSecretOutputs(secret)
            .replacementTrigger(trigger)
            .replaceWith(along ? List.of(TestStack.urn(with)) : List.of());
  }
}
