/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.wire;

import dev.plinth.aws.testing.Surroundings;
import dev.plinth.engine.deploy.Program;
import dev.plinth.engine.deploy.RegisterRequest;
import dev.plinth.engine.deploy.RegisterResponse;
import dev.plinth.engine.deploy.ResourceMonitor;
import dev.plinth.engine.urn.Urn;
import dev.plinth.engine.value.PropertyMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Fifty functions, each with its log group; every fifth publishes versions, every seventh has a
 * reserved concurrency.
 *
 * @param memory the memory of each, in MB
 */
record FiftyFunctions(Surroundings there, int memory, int retention) implements Program {
  static final int COUNT = 50;

  static String name(int number) {
    return "shop-" + number;
  }

  static String group(int number) {
    return "/aws/lambda/" + name(number);
  }

  static boolean publishes(int number) {
    return number % 5 == 0;
  }

  static boolean reserves(int number) {
    return number % 7 == 0;
  }

  static Map<String, String> tags(int number) {
    return Map.of("number", Integer.toString(number));
  }

  @Override
  public CompletableFuture<Void> start(ResourceMonitor monitor) {
    Urn root = Urn.ofRootStack(TestRun.STACK.stack(), TestRun.STACK.project());
    RegisterRequest stack =
        RegisterRequest.of(
            Urn.ROOT_STACK_TYPE, root.name(), Optional.empty(), false, PropertyMap.empty());
    return monitor
        .register(stack)
        .thenCompose(
            rooted ->
                CompletableFuture.allOf(
                    IntStream.range(0, COUNT)
                        .boxed()
                        .flatMap(number -> resources(monitor, root, number))
                        .toArray(CompletableFuture<?>[]::new)));
  }

  private Stream<CompletableFuture<RegisterResponse>> resources(
      ResourceMonitor monitor, Urn root, int number) {
    return Stream.of(
        monitor.register(
            custom(root, "aws:cloudwatch/logGroup:LogGroup", number, groupInputs(number))),
        monitor.register(
            custom(root, "aws:lambda/function:Function", number, functionInputs(number))));
  }

  private static RegisterRequest custom(Urn root, String type, int number, PropertyMap inputs) {
    return RegisterRequest.of(type, name(number), Optional.of(root), true, inputs);
  }

  private PropertyMap groupInputs(int number) {
    return PropertyMap.builder()
        .put("name", group(number))
        .put("retentionInDays", retention)
        .putTextMap("tags", tags(number))
        .build();
  }

  private PropertyMap functionInputs(int number) {
    PropertyMap.Builder inputs =
        PropertyMap.builder()
            .put("name", name(number))
            .put("role", there.role("orders"))
            .put("runtime", "java21")
            .put("handler", "shop.Orders::handle")
            .put("s3Bucket", there.bucket())
            .put("s3Key", "orders.jar")
            .put("memorySize", memory)
            .put("publish", publishes(number))
            .putTextMap("tags", tags(number));
    if (reserves(number)) {
      inputs.put("reservedConcurrentExecutions", 1);
    }
    return inputs.build();
  }
}
