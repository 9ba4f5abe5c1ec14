/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.programs.awslambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.pulumi.exceptions.RunException;
import dev.plinth.api.validation.ManifestValidator;
import dev.plinth.proto.awslambda.AwsLambdaStackInput;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StackInputReaderTest {
  @TempDir Path folder;

  @Test
  void prefers_config_to_the_environment() throws Exception {
    Map<String, String> environment =
        Map.of(
            "STACK_INPUT_YAML", stackInput("from-text"),
            "STACK_INPUT_YAML_FILE", file(stackInput("from-file")));

    assertThat(read(Optional.of(stackInput("from-config")), environment)).isEqualTo("from-config");
    assertThat(read(Optional.empty(), environment)).isEqualTo("from-text");
  }

  @Test
  void reads_the_file_when_nothing_else_is_given() throws Exception {
    Map<String, String> environment =
        Map.of("STACK_INPUT_YAML", " ", "STACK_INPUT_YAML_FILE", file(stackInput("from-file")));

    assertThat(read(Optional.of(""), environment)).isEqualTo("from-file");
  }

  @Test
  void reads_json_as_well() {
    String json =
        """
        {"target": {"apiVersion": "aws.project-planton.org/v1", "kind": "AwsLambda",
          "metadata": {"name": "json"},
          "spec": {"roleArn": {"value": "arn:aws:iam::123456789012:role/orders"},
            "codeSourceType": "CODE_SOURCE_TYPE_IMAGE",
            "imageUri": "123456789012.dkr.ecr.eu-west-1.amazonaws.com/orders:1.0"}}}
        """;

    assertThat(read(Optional.of(json), Map.of())).isEqualTo("json");
  }

  @Test
  void says_how_to_give_a_stack_input_when_there_is_none() {
    assertThat(failure(""))
        .contains("planton-cloud:stack-input", "STACK_INPUT_YAML", "STACK_INPUT_YAML_FILE");
  }

  @Test
  void names_the_file_that_does_not_exist() {
    String missing = folder.resolve("missing.yaml").toString();

    RunException failure =
        catchThrowableOfType(
            RunException.class,
            () -> read(Optional.empty(), Map.of("STACK_INPUT_YAML_FILE", missing)));

    assertThat(failure).hasMessageContaining(missing + " does not exist");
  }

  @Test
  void reports_all_problems_at_once_with_their_places() {
    String failure =
        failure(
            stackInput("orders")
                .replace("memory_mb: 512", "memory_mb: 64")
                .replace("runtime:", "runtme:")
                .replace("value: arn:aws:iam::123456789012:role/orders", "value_from: {name: r}"));

    assertThat(failure.lines())
        .anyMatch(
            line -> line.contains("planton-cloud:stack-input:7:") && line.contains("role_arn"))
        .anyMatch(line -> line.contains("runtme"))
        .anyMatch(line -> line.contains("memory_mb"));
  }

  @Test
  void reports_an_unresolved_reference_at_its_line_and_says_what_it_refers_to() {
    String failure =
        failure(
            stackInput("orders")
                .replace("value: arn:aws:iam::123456789012:role/orders", "value_from: {name: r}"));

    assertThat(failure.lines())
        .singleElement()
        .asString()
        .startsWith("error[program.unusable-value] planton-cloud:stack-input:7:")
        .contains("target.spec.role_arn is still a reference")
        .contains("\"r\"");
  }

  @Test
  void reports_a_missing_role_once() {
    String failure = failure(stackInput("orders").replaceAll(" *role_arn:\n *value: [^\n]*\n", ""));

    assertThat(failure.lines()).hasSize(1);
  }

  @Test
  void reports_a_missing_target() {
    assertThat(failure("provider_config: {region: eu-west-1}")).contains("target");
  }

  @Test
  void never_shows_a_secret_that_is_malformed() {
    String failure =
        failure(
            stackInput("orders")
                + "provider_config: {access_key_id: AKIAABCDEFGHIJKLMNOP, secret_access_key: hush-hush}\n");

    assertThat(failure).contains("secret_access_key").doesNotContain("hush");
  }

  @Test
  void passes_warnings_on() {
    List<String> warnings = new ArrayList<>();

    reader(Optional.of(stackInput("orders").replace("object_version: v1", "")), Map.of())
        .read(warnings::add);

    assertThat(warnings).singleElement().asString().startsWith("warning[").contains("version");
  }

  private static String failure(String text) {
    return catchThrowableOfType(RunException.class, () -> read(Optional.of(text), Map.of()))
        .getMessage();
  }

  private static String read(Optional<String> config, Map<String, String> environment) {
    AwsLambdaStackInput input = reader(config, environment).read(warning -> {});
    return input.getTarget().getMetadata().getName();
  }

  private static StackInputReader<AwsLambdaStackInput> reader(
      Optional<String> config, Map<String, String> environment) {
    return new StackInputReader<>(
        config,
        environment,
        new ManifestValidator(LocalDate.of(2026, 11, 23)),
        AwsLambdaStackInput.getDefaultInstance(),
        AwsLambdaModule::problemsOf);
  }

  private String file(String text) throws Exception {
    return Files.writeString(folder.resolve("stack-input.yaml"), text).toString();
  }

  static String stackInput(String name) {
    return """
        target:
          api_version: aws.project-planton.org/v1
          kind: AwsLambda
          metadata:
            name: %s
          spec:
            role_arn:
              value: arn:aws:iam::123456789012:role/orders
            runtime: java21
            handler: com.example.Orders::handle
            memory_mb: 512
            code_source_type: CODE_SOURCE_TYPE_S3
            s3:
              bucket: acme-code
              key: orders.zip
              object_version: v1
        """
        .formatted(name);
  }
}
