/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.programs.computestack;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.Context;
import com.pulumi.core.Output;
import com.pulumi.test.Mocks;
import com.pulumi.test.PulumiTest;
import com.pulumi.test.TestResult;
import dev.plinth.api.computestack.access.Identity;
import dev.plinth.api.diagnostic.Diagnostic;
import dev.plinth.api.manifest.LoadResult;
import dev.plinth.api.manifest.ManifestKinds;
import dev.plinth.api.manifest.ManifestLoader;
import dev.plinth.api.validation.ManifestValidator;
import dev.plinth.proto.computestack.AwsComputeStack;
import dev.plinth.proto.computestack.AwsComputeStackStackInput;
import java.time.LocalDate;
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
  private static final ManifestValidator VALIDATOR =
      new ManifestValidator(LocalDate.of(2026, 11, 23));

  /** Of every image that is looked up. */
  static final String DIGEST = "sha256:" + "0a".repeat(32);

  private static final Identity HERE =
      new Identity("aws", "eu-west-1", "123456789012", "amazonaws.com");

  private final Identity there;
  private final List<Registered> registered = Collections.synchronizedList(new ArrayList<>());
  private TestResult result;

  private MockedStack(Identity there) {
    this.there = there;
  }

  /**
   * A resource as the program registered it.
   *
   * @param type the token without package and module
   */
  record Registered(String token, String type, String name, Map<String, Object> inputs) {}

  /** The stack of a manifest in env dev, with these further lines of its spec. */
  static MockedStack dev(String... lines) {
    return deploy(manifest("dev", lines));
  }

  /** The stack of a manifest in env prod, with these further lines of its spec. */
  static MockedStack prod(String... lines) {
    return deploy(manifest("prod", lines));
  }

  /** A manifest that passes validation. */
  static AwsComputeStack manifest(String env, String... lines) {
    String text =
        """
        apiVersion: aws.project-planton.org/v1
        kind: AwsComputeStack
        metadata: {name: shop, env: %s}
        spec:
          project_name: shop
        """
                .formatted(env)
            + String.join("\n", lines).indent(2);
    LoadResult loaded = new ManifestLoader().loadText("stack.yaml", text);
    assertThat(VALIDATOR.validate(loaded)).filteredOn(Diagnostic::isError).isEmpty();
    return loaded.of(ManifestKinds.AWS_COMPUTE_STACK).get(0).message();
  }

  static AwsComputeStackStackInput input(AwsComputeStack manifest) {
    return AwsComputeStackStackInput.newBuilder().setTarget(manifest).build();
  }

  private static MockedStack deploy(AwsComputeStack manifest) {
    return deploy(ComputeStackModule.of(input(manifest)));
  }

  static MockedStack deploy(Consumer<Context> program) {
    return deploy(program, HERE);
  }

  /** One stack at a time: the SDK's runner keeps a thread of the common pool busy. */
  static synchronized MockedStack deploy(Consumer<Context> program, Identity there) {
    MockedStack stack = new MockedStack(there);
    try {
      stack.result = PulumiTest.withMocks(stack).runTest(program).throwOnError();
    } finally {
      PulumiTest.cleanup();
    }
    return stack;
  }

  @Override
  public CompletableFuture<ResourceResult> newResourceAsync(ResourceArgs args) {
    String type = args.type.substring(args.type.lastIndexOf(':') + 1);
    registered.add(new Registered(args.type, type, args.name, args.inputs));
    Map<String, Object> state = new LinkedHashMap<>(args.inputs);
    state.put("arn", "arn:of:" + type + ":" + args.name);
    state.put("url", "url:of:" + args.name);
    state.put("uuid", "uuid-of-" + args.name);
    state.put("functionUrl", "https://url.of/" + args.name);
    state.put("invokeArn", "invoke:" + args.name);
    state.put("executionArn", "execution:" + args.name);
    state.put("apiEndpoint", "https://api.of/" + args.name);
    state.put("version", "1");
    state.put("versionId", "v1");
    state.put("checksumSha256", "sha256-of-" + args.name);
    return CompletableFuture.completedFuture(
        ResourceResult.of(Optional.of(args.name + "-id"), state));
  }

  @Override
  public CompletableFuture<Map<String, Object>> callAsync(CallArgs args) {
    if (args.token.endsWith(":getObject")) {
      return CompletableFuture.completedFuture(Map.of("id", "x", "versionId", "newest"));
    }
    if (args.token.endsWith(":getImage")) {
      return CompletableFuture.completedFuture(Map.of("id", "x", "imageDigest", DIGEST));
    }
    return CompletableFuture.completedFuture(
        Map.of(
            "id", "x",
            "name", there.region(),
            "partition", there.partition(),
            "dnsSuffix", there.dnsSuffix(),
            "accountId", there.account()));
  }

  List<Registered> all(String type) {
    return registered.stream().filter(resource -> resource.type().equals(type)).toList();
  }

  List<String> names(String type) {
    return all(type).stream().map(Registered::name).sorted().toList();
  }

  /** The inputs of one resource. */
  Map<String, Object> one(String type, String name) {
    return all(type).stream()
        .filter(resource -> resource.name().equals(name))
        .map(Registered::inputs)
        .findFirst()
        .orElseThrow(() -> new AssertionError("no " + type + " " + name + " but " + names(type)));
  }

  /** A text among the inputs of one resource. */
  String text(String type, String name, String input) {
    return String.valueOf(one(type, name).get(input));
  }

  List<Registered> resources() {
    return List.copyOf(registered);
  }

  /** The types there are, each once, sorted. */
  List<String> types() {
    return registered.stream().map(Registered::type).distinct().sorted().toList();
  }

  int size() {
    return registered.size();
  }

  /** Names of all resources in AWS that have one. */
  List<String> awsNames() {
    return registered.stream()
        .flatMap(resource -> Optional.ofNullable(resource.inputs().get("name")).stream())
        .map(String::valueOf)
        .toList();
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
