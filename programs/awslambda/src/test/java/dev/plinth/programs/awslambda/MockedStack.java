/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.programs.awslambda;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.Context;
import com.pulumi.core.Output;
import com.pulumi.test.Mocks;
import com.pulumi.test.PulumiTest;
import com.pulumi.test.TestResult;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** A stack deployed under Pulumi's own mocks, which answer each registration with its inputs. */
final class MockedStack implements Mocks {
  static final String FUNCTION = "aws:lambda/function:Function";
  static final String LOG_GROUP = "aws:cloudwatch/logGroup:LogGroup";
  static final String PROVIDER = "pulumi:providers:aws";

  private final List<Registered> registered = Collections.synchronizedList(new ArrayList<>());
  private final List<Called> called = Collections.synchronizedList(new ArrayList<>());
  private final Map<String, Map<String, Object>> answers;
  private TestResult result;

  /** A resource as the program registered it. */
  record Registered(String type, String name, Map<String, Object> inputs, String provider) {}

  /** A function that the program called. */
  record Called(String token, Map<String, Object> args, String provider) {}

  private MockedStack(Map<String, Map<String, Object>> answers) {
    this.answers = answers;
  }

  static MockedStack deploy(Consumer<Context> program) {
    return deploy(program, Map.of());
  }

  /**
   * One stack at a time: the SDK's runner waits by keeping a thread of the common pool busy, and
   * several of them at once leave no thread for the work they wait for.
   *
   * @param answers what functions answer, by token
   */
  static synchronized MockedStack deploy(
      Consumer<Context> program, Map<String, Map<String, Object>> answers) {
    MockedStack stack = new MockedStack(answers);
    try {
      stack.result = PulumiTest.withMocks(stack).runTest(program).throwOnError();
    } finally {
      PulumiTest.cleanup();
    }
    return stack;
  }

  @Override
  public CompletableFuture<ResourceResult> newResourceAsync(ResourceArgs args) {
    registered.add(new Registered(args.type, args.name, args.inputs, args.provider));
    Map<String, Object> state = new LinkedHashMap<>(args.inputs);
    state.put("arn", "arn:of:" + args.name);
    return CompletableFuture.completedFuture(
        ResourceResult.of(Optional.of(args.name + "-id"), state));
  }

  @Override
  public CompletableFuture<Map<String, Object>> callAsync(CallArgs args) {
    called.add(new Called(args.token, args.args, args.provider));
    Map<String, Object> answer = new LinkedHashMap<>(args.args);
    answer.putAll(answers.getOrDefault(args.token, Map.of()));
    return CompletableFuture.completedFuture(answer);
  }

  /** The functions that the program called. */
  List<Called> calls() {
    return List.copyOf(called);
  }

  List<Registered> all(String type) {
    return registered.stream().filter(resource -> resource.type().equals(type)).toList();
  }

  /** The one function of the stack. */
  Registered function() {
    return only(FUNCTION);
  }

  /** The one log group of the stack. */
  Registered logGroup() {
    return only(LOG_GROUP);
  }

  /** The one explicit provider of the stack. */
  Registered provider() {
    return only(PROVIDER);
  }

  private Registered only(String type) {
    assertThat(all(type)).hasSize(1);
    return all(type).get(0);
  }

  /** What the stack exports, with every Output taken out. */
  Map<String, Object> exports() {
    Map<String, Object> exports = new LinkedHashMap<>();
    result.outputs().forEach((key, output) -> exports.put(key, plain(output)));
    return exports;
  }

  private static Object plain(Object value) {
    if (value instanceof Output<?> output) {
      return plain(PulumiTest.extractValue(output));
    }
    if (value instanceof Map<?, ?> map) {
      Map<Object, Object> plain = new LinkedHashMap<>();
      map.forEach((key, element) -> plain.put(key, plain(element)));
      return plain;
    }
    return value;
  }
}
