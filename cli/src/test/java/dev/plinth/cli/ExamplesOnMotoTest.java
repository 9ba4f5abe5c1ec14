/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.cli.TestWorld.Ended;
import dev.plinth.cli.env.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every example but those of foundations through its whole life, by the command, on an AWS that is
 * not ours: deployed, run again, changed, edited behind our back, repaired and destroyed. A new
 * example is a line more.
 */
class ExamplesOnMotoTest {
  @TempDir private Path home;

  /**
   * An example, and what happens to it between its creation and its end.
   *
   * @param drift edits a resource behind our back
   * @param drifted the property that the edit changes
   */
  record Example(
      String manifest, String before, String after, Consumer<MotoWorld> drift, String drifted) {
    @Override
    public String toString() {
      return manifest;
    }
  }

  /** The examples of {@link ComputeStackOnMotoTest}. */
  private static final String FOUNDATIONS = "compute-stack";

  private static Stream<Example> examples() {
    return Stream.of(
        new Example(
            "aws-lambda/function.yaml",
            "memory_mb: 512",
            "memory_mb: 1024",
            aws ->
                aws.lambda()
                    .updateFunctionConfiguration(f -> f.functionName("dev-orders").timeout(7)),
            "timeout"),
        new Example(
            "aws-lambda/image.yaml",
            "timeout_seconds: 120",
            "timeout_seconds: 60",
            aws -> aws.logs().deleteRetentionPolicy(g -> g.logGroupName("/aws/lambda/thumbnails")),
            "retentionInDays"));
  }

  @Test
  void every_example_is_here() throws IOException {
    Path folder = MotoWorld.examples();
    try (Stream<Path> files = Files.walk(folder)) {
      assertThat(
              files
                  .filter(file -> file.toString().endsWith(".yaml"))
                  .map(file -> folder.relativize(file).toString())
                  .filter(file -> !file.startsWith("mistakes"))
                  .filter(file -> !file.startsWith(FOUNDATIONS) && !file.contains("resources")))
          .containsExactlyInAnyOrderElementsOf(examples().map(Example::manifest).toList());
    }
  }

  @ParameterizedTest
  @MethodSource("examples")
  void an_example_lives_its_whole_life(Example example) throws IOException {
    try (MotoWorld aws = MotoWorld.open(home)) {
      String text = Files.readString(MotoWorld.examples().resolve(example.manifest));
      List<String> before = aws.resources();

      assertThat(up(aws, text).out()).contains("created");
      assertThat(aws.resources()).hasSizeGreaterThan(before.size());
      assertThat(up(aws, text).out()).contains("No changes.");

      assertThat(text).contains(example.before);
      text = text.replace(example.before, example.after);
      assertThat(up(aws, text).out()).contains("~ 1 updated");

      example.drift.accept(aws);
      assertThat(ok(aws.run("refresh", aws.manifest(text), "--yes")).all())
          .contains(example.drifted);
      assertThat(up(aws, text).out()).contains(example.drifted, "~ 1 updated");
      assertThat(up(aws, text, "--refresh").out()).contains("No changes.");

      ok(aws.run("destroy", aws.manifest(text), "--yes"));
      assertThat(aws.resources()).isEqualTo(before);
    }
  }

  @Test
  void an_overwritten_object_is_a_change_and_an_untouched_one_is_none() throws IOException {
    try (MotoWorld aws = MotoWorld.open(home)) {
      String text =
          Files.readString(MotoWorld.examples().resolve("aws-lambda/function.yaml"))
              .replaceAll("    object_version: .*\n", "")
              .replace("dev-orders", "dev-pinned");
      up(aws, text);
      assertThat(up(aws, text).out()).contains("No changes.");

      aws.putObject("orders/1.4.0/orders.jar", "Other");
      Ended preview = ok(aws.run("preview", aws.manifest(text)));

      assertThat(preview.out()).contains("sourceCodeHash", "~ 1 to update");
      assertThat(up(aws, text).out()).contains("sourceCodeHash");
      assertThat(up(aws, text).out()).contains("No changes.");

      aws.versionObjects();
      aws.putObject("orders/1.4.0/orders.jar", "Newer");
      assertThat(up(aws, text).out()).contains("s3ObjectVersion");
      assertThat(up(aws, text).out()).contains("No changes.");
      ok(aws.run("destroy", aws.manifest(text), "--yes"));
    }
  }

  @Test
  void a_moved_tag_is_a_change_and_an_unmoved_one_is_none() throws IOException {
    try (MotoWorld aws = MotoWorld.open(home)) {
      String text =
          Files.readString(MotoWorld.examples().resolve("aws-lambda/image.yaml"))
              .replace("name: thumbnails\n", "name: moved\n");
      up(aws, text);
      assertThat(up(aws, text).out()).contains("No changes.");

      aws.pushImage("thumbnails", "2.0.1", "other");

      assertThat(ok(aws.run(preview(aws, text))).out()).contains("imageUri", "~ 1 to update");
      assertThat(up(aws, text).out()).contains("imageUri");
      assertThat(up(aws, text).out()).contains("No changes.");
      ok(aws.run("destroy", aws.manifest(text), "--yes"));
    }
  }

  @Test
  void a_refusal_names_the_resource_the_line_what_aws_said_its_request_and_what_to_do()
      throws IOException {
    try (MotoWorld aws = MotoWorld.open(home)) {
      String text =
          Files.readString(MotoWorld.examples().resolve("aws-lambda/function.yaml"))
              .replace("role/orders-execution", "role/nobody")
              .replace("dev-orders", "dev-refused");

      Ended ended = aws.run("up", aws.manifest(text), "--yes");

      assertThat(ended.code()).isEqualTo(ExitCode.FAILED);
      assertThat(ended.out())
          .contains(
              "manifest.yaml:",
              "spec.role_arn",
              "CreateFunction of Lambda function \"dev-refused\" in us-east-1 failed",
              "InvalidParameterValueException",
              "request id",
              "fix: ");
      ok(aws.run("destroy", "--stack", "dev.orders", "--yes"));
    }
  }

  @Test
  void a_missing_object_is_said_by_the_preview() throws IOException {
    try (MotoWorld aws = MotoWorld.open(home)) {
      String text =
          Files.readString(MotoWorld.examples().resolve("aws-lambda/function.yaml"))
              .replaceAll("    object_version: .*\n", "")
              .replace("1.4.0/orders.jar", "9.9.9/orders.jar");

      Ended ended = aws.run("preview", aws.manifest(text));

      assertThat(ended.code()).isEqualTo(ExitCode.FAILED);
      assertThat(ended.out())
          .contains("s3://acme-artifacts/orders/9.9.9/orders.jar", "fix: Upload the object first");
    }
  }

  @Test
  void an_account_that_is_not_the_manifests_is_refused_before_any_other_call() throws IOException {
    try (MotoWorld aws = MotoWorld.open(home)) {
      String text =
          Files.readString(MotoWorld.examples().resolve("aws-lambda/function.yaml"))
              .replace("dev-orders", "dev-elsewhere");
      List<String> before = aws.resources();
      String config =
          aws.file("provider.yaml", "region: us-east-1\naccount_id: \"210987654321\"\n");

      Ended ended = aws.run("up", aws.manifest(text), "--provider-config", config, "--yes");

      assertThat(ended.code()).isEqualTo(ExitCode.FAILED);
      assertThat(ended.out()).contains("123456789012", "210987654321");
      assertThat(aws.resources()).isEqualTo(before);
    }
  }

  private static Ended up(MotoWorld aws, String text, String... options) {
    List<String> args = new ArrayList<>(List.of("up", aws.manifest(text), "--yes"));
    args.addAll(List.of("--resources", aws.surroundings()));
    args.addAll(List.of(options));
    return ok(aws.run(args.toArray(new String[0])));
  }

  private static String[] preview(MotoWorld aws, String text) {
    return new String[] {"preview", aws.manifest(text), "--resources", aws.surroundings()};
  }

  private static Ended ok(Ended ended) {
    assertThat(ended.code()).as(ended.all()).isEqualTo(ExitCode.OK);
    return ended;
  }
}
