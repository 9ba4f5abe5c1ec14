/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.programs.awslambda;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.Gson;
import com.google.protobuf.Struct;
import com.google.protobuf.Value;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pulumirpc.EngineOuterClass.LogSeverity;
import pulumirpc.Resource.RegisterResourceRequest;

/** Runs the program as the {@code pulumi} command does: as a process of its own, over gRPC. */
class AwsLambdaMainTest {
  @TempDir Path folder;

  /** How a process ended, and what it wrote. */
  private record Ended(int code, String output) {}

  @Test
  void registers_the_log_group_before_the_function_that_depends_on_it() throws Exception {
    try (RecordingEngine engine = new RecordingEngine()) {
      Ended ended = runWithConfig(engine, StackInputReaderTest.stackInput("orders"));

      assertThat(ended.output()).doesNotContain("SLF4J", "Exception");
      assertThat(ended.code()).isZero();
      assertThat(engine.registrations)
          .extracting(RegisterResourceRequest::getType)
          .containsExactly("pulumi:pulumi:Stack", MockedStack.LOG_GROUP, MockedStack.FUNCTION);
      RegisterResourceRequest function = engine.registrations.get(2);
      assertThat(function.getName()).isEqualTo("orders");
      assertThat(function.getDependenciesList())
          .containsExactly(RecordingEngine.urn(MockedStack.LOG_GROUP, "orders"));
      assertThat(function.getProvider()).isEmpty();
      assertThat(text(function.getObject(), "handler")).isEqualTo("com.example.Orders::handle");
      assertThat(function.getObject().getFieldsOrThrow("memorySize").getNumberValue())
          .isEqualTo(512);
    }
  }

  @Test
  void exports_the_five_outputs() throws Exception {
    try (RecordingEngine engine = new RecordingEngine()) {
      runWithConfig(engine, StackInputReaderTest.stackInput("orders"));

      assertThat(engine.outputs).hasSize(1);
      Struct exports = engine.outputs.get(0).getOutputs();
      assertThat(exports.getFieldsMap())
          .containsOnlyKeys(
              "function_arn", "function_name", "log_group_name", "role_arn", "layer_arns");
      assertThat(text(exports, "function_arn")).isEqualTo("arn:of:orders");
      assertThat(text(exports, "log_group_name")).isEqualTo("/aws/lambda/orders");
      assertThat(exports.getFieldsOrThrow("layer_arns").getKindCase())
          .isEqualTo(Value.KindCase.LIST_VALUE);
    }
  }

  @Test
  void sends_the_credentials_as_secrets_to_a_provider_of_their_own() throws Exception {
    String secret = "abcdefghijklmnopqrstuvwxyz0123456789ABCD";
    String stackInput =
        StackInputReaderTest.stackInput("orders")
            + """
            provider_config:
              account_id: "123456789012"
              region: eu-west-1
              access_key_id: ASIAABCDEFGHIJKLMNOP
              secret_access_key: %s
              session_token: token
            """
                .formatted(secret);
    try (RecordingEngine engine = new RecordingEngine()) {
      Ended ended = runWithConfig(engine, stackInput);

      assertThat(ended.code()).isZero();
      RegisterResourceRequest provider = engine.registrations.get(1);
      assertThat(provider.getType()).isEqualTo(MockedStack.PROVIDER);
      for (String key : List.of("accessKey", "secretKey", "token")) {
        assertThat(provider.getObject().getFieldsOrThrow(key).getStructValue().getFieldsMap())
            .as(key)
            .containsKey("4dabf18193072939515e22adb298388d");
      }
      assertThat(engine.registrations.subList(2, 4))
          .allSatisfy(
              resource ->
                  assertThat(resource.getProvider())
                      .startsWith(
                          RecordingEngine.urn(MockedStack.PROVIDER, "aws-eu-west-1") + "::"));
    }
  }

  @Test
  void reads_the_file_that_the_environment_names() throws Exception {
    Path file =
        Files.writeString(folder.resolve("in.yaml"), StackInputReaderTest.stackInput("orders"));
    try (RecordingEngine engine = new RecordingEngine()) {
      Ended ended =
          run(engine, Map.of("PULUMI_CONFIG", "{}", "STACK_INPUT_YAML_FILE", file.toString()));

      assertThat(ended.code()).isZero();
      assertThat(engine.registrations).hasSize(3);
    }
  }

  @Test
  void reports_every_problem_to_the_engine_and_registers_nothing() throws Exception {
    String broken =
        StackInputReaderTest.stackInput("orders")
            .replace("memory_mb: 512", "memory_mb: 64")
            .replace("value: arn:aws:iam::123456789012:role/orders", "value_from: {name: r}");
    try (RecordingEngine engine = new RecordingEngine()) {
      Ended ended = runWithConfig(engine, broken);

      assertThat(ended.code()).isNotZero();
      // The SDK registers the stack itself beside the program, so a program that fails at once may
      // be gone before it.
      assertThat(engine.registrations)
          .extracting(RegisterResourceRequest::getType)
          .isSubsetOf("pulumi:pulumi:Stack");
      assertThat(engine.logs)
          .filteredOn(log -> log.getSeverity() == LogSeverity.ERROR)
          .singleElement()
          .satisfies(
              log ->
                  assertThat(log.getMessage())
                      .contains("memory_mb", "role_arn")
                      .doesNotContain("\tat ", "Exception"));
      assertThat(ended.output()).doesNotContain("\tat ");
    }
  }

  @Test
  void says_how_to_run_it_when_it_is_not_run_by_pulumi() throws Exception {
    Ended ended = start(Map.of());

    assertThat(ended.code()).isEqualTo(1);
    assertThat(ended.output())
        .startsWith("This program is run by the pulumi command")
        .doesNotContain("\tat ");
  }

  private Ended runWithConfig(RecordingEngine engine, String stackInput) throws Exception {
    String config = new Gson().toJson(Map.of("planton-cloud:stack-input", stackInput));
    return run(engine, Map.of("PULUMI_CONFIG", config));
  }

  private Ended run(RecordingEngine engine, Map<String, String> environment) throws Exception {
    Map<String, String> all = new HashMap<>(environment);
    all.put("PULUMI_MONITOR", engine.address());
    all.put("PULUMI_ENGINE", engine.address());
    all.put("PULUMI_ORGANIZATION", "organization");
    all.put("PULUMI_PROJECT", "aws-lambda");
    all.put("PULUMI_STACK", "dev");
    all.put("PULUMI_DRY_RUN", "false");
    all.put("PULUMI_CONFIG_SECRET_KEYS", "[]");
    return start(all);
  }

  private Ended start(Map<String, String> environment) throws Exception {
    Path output = folder.resolve("output");
    ProcessBuilder builder =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                AwsLambdaMain.class.getName())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile());
    builder
        .environment()
        .keySet()
        .removeIf(
            key ->
                key.startsWith("PULUMI_")
                    || key.startsWith("STACK_INPUT_")
                    || key.startsWith("AWS_")
                    || key.equals("JAVA_TOOL_OPTIONS"));
    builder.environment().putAll(environment);
    Process process = builder.start();
    try {
      assertThat(process.waitFor(2, TimeUnit.MINUTES)).as("ends").isTrue();
    } finally {
      process.destroyForcibly();
    }
    return new Ended(process.exitValue(), Files.readString(output));
  }

  private static String text(Struct struct, String key) {
    return struct.getFieldsOrThrow(key).getStringValue();
  }
}
