/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.engine.deploy;

import dev.plinth.engine.state.CustomTimeouts;
import dev.plinth.engine.urn.Urn;
import dev.plinth.engine.value.PropertyMap;
import dev.plinth.engine.value.PropertyValue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;

/** A program as a list of resources, each registered when those it depends on have answered. */
final class ScriptedProgram implements Program {
  static final String TYPE = "test:index:Thing";

  /** A resource of the script; {@code needs} are names of earlier ones, by input property. */
  private record Line(
      String name,
      PropertyMap inputs,
      Map<String, String> needs,
      UnaryOperator<RegisterRequest> options) {}

  private final List<Line> lines = new ArrayList<>();
  private PropertyMap outputs = PropertyMap.empty();
  private Optional<RuntimeException> failure = Optional.empty();

  static ScriptedProgram nothing() {
    return new ScriptedProgram();
  }

  ScriptedProgram resource(String name, String... properties) {
    return resource(name, TestStack.props(properties), Map.of(), request -> request);
  }

  /** A resource whose property takes another resource's {@code arn}. */
  ScriptedProgram dependent(String name, String property, String on) {
    return resource(name, PropertyMap.empty(), Map.of(property, on), request -> request);
  }

  ScriptedProgram resource(
      String name,
      PropertyMap inputs,
      Map<String, String> needs,
      UnaryOperator<RegisterRequest> options) {
    lines.add(new Line(name, inputs, needs, options));
    return this;
  }

  ScriptedProgram outputs(String... properties) {
    outputs = TestStack.props(properties);
    return this;
  }

  ScriptedProgram failing(RuntimeException exception) {
    failure = Optional.of(exception);
    return this;
  }

  @Override
  public CompletableFuture<Void> start(ResourceMonitor monitor) {
    Urn root = Urn.ofRootStack(TestStack.NAME.stack(), TestStack.NAME.project());
    RegisterRequest stack =
        RegisterRequest.of(
            Urn.ROOT_STACK_TYPE, root.name(), Optional.empty(), false, PropertyMap.empty());
    CompletableFuture<RegisterResponse> rooted = monitor.register(stack);
    Map<String, CompletableFuture<RegisterResponse>> answers = new HashMap<>();
    List<CompletableFuture<?>> all = new ArrayList<>();
    for (Line line : lines) {
      CompletableFuture<RegisterResponse> answer =
          ready(line, rooted, answers)
              .thenCompose(none -> monitor.register(request(line, answers)));
      answers.put(line.name, answer);
      all.add(answer);
    }
    all.add(rooted.thenCompose(none -> monitor.registerOutputs(root, outputs)));
    failure.ifPresent(exception -> all.add(CompletableFuture.failedFuture(exception)));
    return CompletableFuture.allOf(all.toArray(new CompletableFuture<?>[0]));
  }

  private static CompletableFuture<Void> ready(
      Line line,
      CompletableFuture<RegisterResponse> rooted,
      Map<String, CompletableFuture<RegisterResponse>> answers) {
    List<CompletableFuture<?>> needed = new ArrayList<>();
    needed.add(rooted);
    line.needs.values().forEach(name -> needed.add(answers.get(name)));
    return CompletableFuture.allOf(needed.toArray(new CompletableFuture<?>[0]));
  }

  private static RegisterRequest request(
      Line line, Map<String, CompletableFuture<RegisterResponse>> answers) {
    PropertyMap.Builder inputs = line.inputs.toBuilder();
    List<Urn> dependencies = new ArrayList<>();
    Map<String, List<Urn>> byProperty = new HashMap<>();
    line.needs.forEach(
        (property, name) -> {
          RegisterResponse needed = answers.get(name).join();
          inputs.put(property, needed.outputs().get("arn").orElse(PropertyValue.Computed.INSTANCE));
          dependencies.add(needed.urn());
          byProperty.put(property, List.of(needed.urn()));
        });
    Urn root = Urn.ofRootStack(TestStack.NAME.stack(), TestStack.NAME.project());
    return line.options.apply(
        new RegisterRequest(
            TYPE,
            line.name,
            Optional.of(root),
            true,
            inputs.build(),
            dependencies,
            byProperty,
            Optional.empty(),
            "",
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            CustomTimeouts.none()));
  }
}
