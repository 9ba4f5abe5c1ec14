/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.api.validation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.api.diagnostic.Diagnostic;
import dev.plinth.api.manifest.ManifestLoader;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Limits of AWS that a manifest reaches only with much in it. */
class StackLimitsTest {
  @TempDir Path folder;

  @Test
  void a_role_takes_no_more_than_its_policy_may_have() {
    String queues =
        IntStream.range(0, 150).mapToObj(i -> "queue_" + i).collect(Collectors.joining(", "));
    String further =
        IntStream.range(0, 150)
            .mapToObj(i -> "{name: queue_" + i + "}")
            .collect(Collectors.joining(", "));

    assertThat(
            errors(
                "functions: {scheduler: {access: {send_to: [" + queues + "]}}}",
                "queues: {further: [" + further + "]}"))
        .contains("stack.role-policy spec.functions.scheduler.access");
  }

  @Test
  void code_and_layers_fit_into_what_lambda_unzips() throws IOException {
    Path code = Files.createDirectory(folder.resolve("code"));
    Path layer = Files.createDirectory(folder.resolve("layer"));
    sparse(code.resolve("a"), 200);
    sparse(layer.resolve("b"), 60);
    String function =
        "functions: {scheduler: {layers: [%s], code: {local_path: '%s', runtime: java21, handler:"
            + " h}}}";

    assertThat(errors(function.formatted("", code))).isEmpty();
    assertThat(
            errors(
                function.formatted("big", code),
                "layers: [{name: big, local_path: '" + layer + "'}]"))
        .containsExactly("manifest.too-long spec.functions.scheduler.code.local_path");
  }

  @Test
  void a_function_has_at_most_five_layers() {
    assertThat(errors("functions: {scheduler: {layers: [a, b, c, d, e, f]}}"))
        .contains("manifest.too-long spec.functions.scheduler.layers");
  }

  @Test
  void names_fit_into_every_service() {
    assertThat(
            errors(
                "further_functions: [{name: a_function_with_a_name_that_is_rather_long,"
                    + " code: {image_uri: '123456789012.dkr.ecr.eu-west-1.amazonaws.com/a:1'}}]",
                "queues: {further: [{name: another_thing_with_a_name_as_long_as_that}]}"))
        .contains("manifest.bad-format spec.further_functions[0].name");
  }

  private static void sparse(Path file, int megabytes) throws IOException {
    try (RandomAccessFile empty = new RandomAccessFile(file.toFile(), "rw")) {
      empty.setLength(megabytes * 1024L * 1024);
    }
  }

  private static List<String> errors(String... lines) {
    String text =
        """
        apiVersion: aws.project-planton.org/v1
        kind: AwsComputeStack
        metadata: {name: shop, env: dev}
        spec:
          project_name: shop
        """
            + String.join("\n", lines).indent(2);
    return new ManifestValidator(LocalDate.of(2026, 11, 23))
        .validate(new ManifestLoader().loadText("stack.yaml", text)).stream()
            .filter(Diagnostic::isError)
            .map(error -> error.code() + " " + error.fieldPath())
            .toList();
  }
}
