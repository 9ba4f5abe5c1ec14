/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.engine.deploy;

import dev.plinth.engine.urn.ProviderReference;
import dev.plinth.engine.urn.Urn;
import dev.plinth.engine.value.PropertyMap;
import dev.plinth.engine.value.PropertyValue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;

/** A program as a list of resources, each registered when those it depends on have answered. */
final class ScriptedProgram implements Program {
  static final String TYPE = "test:index:Thing";
  static final String COMPONENT = "test:index:Group";

  /**
   * A resource of the script.
   *
   * @param needs names of earlier ones, by the input property that takes their {@code arn}
   * @param parent the name of an earlier one, or nothing for the stack
   * @param provider the name of an earlier one, or nothing for the default provider
   * @param readId the id of an existing resource that is only read
   */
  record Line(
      String type,
      String name,
      boolean custom,
      PropertyMap inputs,
      Map<String, String> needs,
      Optional<String> parent,
      Optional<String> provider,
      Optional<String> readId,
      UnaryOperator<RegisterRequest> options) {

    Line under(String name) {
      return new Line(
          type, this.name, custom, inputs, needs, Optional.of(name), provider, readId, options);
    }

    Line by(String name) {
      return new Line(
          type, this.name, custom, inputs, needs, parent, Optional.of(name), readId, options);
    }
  }

  private final List<Line> lines = new ArrayList<>();
  private PropertyMap outputs = PropertyMap.empty();
  private Optional<RuntimeException> failure = Optional.empty();
  final Map<String, RegisterResponse> answered = new HashMap<>();

  static ScriptedProgram nothing() {
    return new ScriptedProgram();
  }

  ScriptedProgram resource(String name, String... properties) {
    return resource(name, TestStack.props(properties), Map.of(), request -> request);
  }

  /** A resource with options. */
  ScriptedProgram with(
      String name, UnaryOperator<ResourceOptions.Builder> options, String... properties) {
    return resource(name, TestStack.props(properties), Map.of(), request -> request.with(options));
  }

  /** A resource whose property takes another resource's {@code arn}. */
  ScriptedProgram dependent(String name, String property, String on) {
    return resource(name, PropertyMap.empty(), Map.of(property, on), request -> request);
  }

  /** A dependent with options. */
  ScriptedProgram dependent(
      String name, String property, String on, UnaryOperator<ResourceOptions.Builder> options) {
    return resource(
        name, PropertyMap.empty(), Map.of(property, on), request -> request.with(options));
  }

  ScriptedProgram resource(
      String name,
      PropertyMap inputs,
      Map<String, String> needs,
      UnaryOperator<RegisterRequest> options) {
    return line(
        new Line(
            TYPE,
            name,
            true,
            inputs,
            new LinkedHashMap<>(needs),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            options));
  }

  ScriptedProgram component(String name, UnaryOperator<ResourceOptions.Builder> options) {
    return line(
        new Line(
            COMPONENT,
            name,
            false,
            PropertyMap.empty(),
            Map.of(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            request -> request.with(options)));
  }

  ScriptedProgram component(String name) {
    return component(name, options -> options);
  }

  ScriptedProgram provider(String name, String... properties) {
    return providerOf(name, TestStack.props(properties));
  }

  ScriptedProgram providerOf(String name, PropertyMap properties) {
    return line(
        new Line(
            ProviderReference.typeOf("test"),
            name,
            true,
            properties,
            Map.of(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            request -> request));
  }

  /** A resource that is somebody else's. */
  ScriptedProgram external(String name, String id, String... properties) {
    return read(TYPE, name, id, TestStack.props(properties));
  }

  ScriptedProgram read(String type, String name, String id, PropertyMap inputs) {
    return line(
        new Line(
            type,
            name,
            true,
            inputs,
            Map.of(),
            Optional.empty(),
            Optional.empty(),
            Optional.of(id),
            request -> request));
  }

  /** Puts the last resource under another. */
  ScriptedProgram under(String parent) {
    return line(lines.remove(lines.size() - 1).under(parent));
  }

  /** Lets another resource, a provider, manage the last one. */
  ScriptedProgram by(String provider) {
    return line(lines.remove(lines.size() - 1).by(provider));
  }

  /** Says that the last resource had another name before. */
  ScriptedProgram alias(String formerName) {
    Line last = lines.remove(lines.size() - 1);
    return line(
        new Line(
            last.type,
            last.name,
            last.custom,
            last.inputs,
            last.needs,
            last.parent,
            last.provider,
            last.readId,
            request -> Requests.alias(last.options.apply(request), formerName)));
  }

  private ScriptedProgram line(Line line) {
    lines.add(line);
    return this;
  }

  /** The inputs that each resource is given, but for what others answer. */
  Map<String, PropertyMap> inputsByName() {
    Map<String, PropertyMap> inputs = new HashMap<>();
    lines.forEach(line -> inputs.put(line.name, line.inputs));
    return inputs;
  }

  ScriptedProgram outputs(String... properties) {
    outputs = TestStack.props(properties);
    return this;
  }

  ScriptedProgram outputs(PropertyMap properties) {
    outputs = properties;
    return this;
  }

  ScriptedProgram failing(RuntimeException exception) {
    failure = Optional.of(exception);
    return this;
  }

  @Override
  public CompletableFuture<Void> start(ResourceMonitor monitor) {
    Urn root = TestStack.root();
    RegisterRequest stack =
        RegisterRequest.of(
            Urn.ROOT_STACK_TYPE, root.name(), Optional.empty(), false, PropertyMap.empty());
    CompletableFuture<RegisterResponse> rooted = monitor.register(stack);
    Map<String, CompletableFuture<RegisterResponse>> answers = new HashMap<>();
    List<CompletableFuture<?>> all = new ArrayList<>();
    for (Line line : lines) {
      CompletableFuture<RegisterResponse> answer =
          ready(line, rooted, answers).thenCompose(none -> ask(monitor, line, answers));
      answers.put(line.name, answer);
      all.add(answer.thenAccept(response -> remember(line.name, response)));
    }
    all.add(rooted.thenCompose(none -> monitor.registerOutputs(root, outputs)));
    failure.ifPresent(exception -> all.add(CompletableFuture.failedFuture(exception)));
    return CompletableFuture.allOf(all.toArray(new CompletableFuture<?>[0]));
  }

  private synchronized void remember(String name, RegisterResponse response) {
    answered.put(name, response);
  }

  private static CompletableFuture<RegisterResponse> ask(
      ResourceMonitor monitor,
      Line line,
      Map<String, CompletableFuture<RegisterResponse>> answers) {
    RegisterRequest request = request(line, answers);
    return line.readId.isEmpty()
        ? monitor.register(request)
        : monitor.read(
            new ReadResourceRequest(
                request.type(),
                request.name(),
                line.readId.get(),
                request.parent(),
                request.inputs(),
                request.dependencies(),
                request.options()));
  }

  private static CompletableFuture<Void> ready(
      Line line,
      CompletableFuture<RegisterResponse> rooted,
      Map<String, CompletableFuture<RegisterResponse>> answers) {
    List<CompletableFuture<?>> needed = new ArrayList<>();
    needed.add(rooted);
    line.needs.values().forEach(name -> needed.add(answers.get(name)));
    line.parent.ifPresent(name -> needed.add(answers.get(name)));
    line.provider.ifPresent(name -> needed.add(answers.get(name)));
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
    Urn parent = line.parent.map(name -> answers.get(name).join().urn()).orElseGet(TestStack::root);
    RegisterRequest request =
        new RegisterRequest(
            line.type,
            line.name,
            Optional.of(parent),
            line.custom,
            inputs.build(),
            dependencies,
            byProperty,
            ResourceOptions.none());
    Optional<String> provider =
        line.provider
            .map(name -> answers.get(name).join())
            .map(answer -> answer.urn() + "::" + answer.id());
    return line.options.apply(request.with(options -> options.provider(provider)));
  }
}
