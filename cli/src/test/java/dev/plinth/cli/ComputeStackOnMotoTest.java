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
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every example of a foundation through its whole life, by the command, on an AWS that is not ours:
 * deployed, run again, changed, edited behind our back, repaired and destroyed.
 */
class ComputeStackOnMotoTest {
  private static final Path EXAMPLES = MotoWorld.examples().resolve("compute-stack");

  @TempDir private Path home;

  /**
   * An example.
   *
   * @param settle makes what the example names and the account does not have, takes the account's
   *     own where AWS gives the names, and leaves out what moto cannot do
   * @param before a text of it that is changed in place
   * @param functions what the names of its functions begin with
   */
  record Example(
      String file,
      String account,
      String region,
      BiFunction<MotoWorld, String, String> settle,
      String before,
      String after,
      String functions) {
    @Override
    public String toString() {
      return file;
    }
  }

  static Stream<Example> examples() {
    return Stream.of(
        new Example(
            "minimal.yaml",
            "100000000701",
            "us-east-1",
            (aws, text) -> text,
            "project_name: shop\n",
            "project_name: shop\n  functions: {api_processor: {memory_mb: 1024}}\n",
            "shop-dev-"),
        new Example(
            "production.yaml",
            "100000000702",
            "us-east-1",
            ComputeStackOnMotoTest::inProduction,
            "provisioned_concurrency: {minimum: 0}",
            "provisioned_concurrency: {minimum: 0}, memory_mb: 1024",
            "shop-prod-"),
        new Example(
            "everything.yaml",
            "100000000703",
            "eu-west-1",
            ComputeStackOnMotoTest::withEverything,
            "memory_mb: 1024",
            "memory_mb: 2048",
            "shop-qa-"));
  }

  @Test
  void every_example_is_here() throws IOException {
    try (Stream<Path> files = Files.list(EXAMPLES)) {
      assertThat(files.filter(Files::isRegularFile).map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrderElementsOf(examples().map(Example::file).toList());
    }
  }

  @ParameterizedTest
  @MethodSource("examples")
  void an_example_lives_its_whole_life(Example example) throws IOException {
    try (MotoWorld aws = MotoWorld.open(home, example.account, example.region)) {
      aws.file("documents/stacks.yaml", documents(aws));
      String text = Files.readString(EXAMPLES.resolve(example.file));
      text = example.settle.apply(aws, text);
      List<String> before = aws.resources();

      assertThat(up(aws, text).out()).contains("created");
      assertThat(aws.resources()).hasSizeGreaterThan(before.size() + 50).doesNotHaveDuplicates();
      assertThat(up(aws, text).out()).contains("No changes.");
      assertThat(ok(aws.run("refresh", aws.manifest(text), "--yes")).out()).contains("No changes.");

      assertThat(text).contains(example.before);
      text = text.replace(example.before, example.after);
      assertThat(up(aws, text).out())
          .contains("aws:lambda:Function api_processor updated")
          .doesNotContain("replaced", " created", " deleted");

      meddle(aws, example);
      assertThat(ok(aws.run("refresh", aws.manifest(text), "--yes")).out())
          .contains("timeout", "actionsEnabled", "aws:cloudwatch:Dashboard dashboard deleted");
      assertThat(up(aws, text).out())
          .contains("timeout", "actionsEnabled", "aws:cloudwatch:Dashboard dashboard created");
      assertThat(up(aws, text, "--refresh").out()).contains("No changes.");

      ok(aws.run("destroy", aws.manifest(text), "--yes"));
      assertThat(aws.resources()).isEqualTo(before);
    }
  }

  private static void meddle(MotoWorld aws, Example example) {
    aws.lambda()
        .updateFunctionConfiguration(
            f -> f.functionName(example.functions + "api-processor").timeout(7));
    aws.clients()
        .cloudWatch()
        .disableAlarmActions(
            alarms -> alarms.alarmNames(example.functions + "api-processor-errors"));
    aws.clients()
        .cloudWatch()
        .listDashboards(all -> {})
        .dashboardEntries()
        .forEach(
            each ->
                aws.clients()
                    .cloudWatch()
                    .deleteDashboards(gone -> gone.dashboardNames(each.dashboardName())));
  }

  /** Without the provisioned concurrency that production has by default: moto does not have it. */
  private static String inProduction(MotoWorld aws, String text) {
    aws.makeBucket("acme-prod-uploads");
    aws.makeBucket("acme-prod-processed");
    return text + "  functions: {api_processor: {provisioned_concurrency: {minimum: 0}}}\n";
  }

  /**
   * Without provisioned concurrency, which moto does not have; without permissions to call a
   * function's URL, of which it forgets the kind; and without the stream of a table, which moto
   * wants to exist, and which no resource type of ours makes.
   */
  private static String withEverything(MotoWorld aws, String text) {
    for (String bucket :
        List.of(
            "acme-qa-uploads",
            "acme-qa-processed",
            "acme-qa-artifacts",
            "acme-qa-audit",
            "acme-qa-pictures")) {
      aws.makeBucket(bucket);
    }
    aws.putObject("acme-qa-artifacts", "audit/1.0.0.zip", "Auditor");
    aws.clients().events().createEventBus(bus -> bus.name("acme-partners"));
    String layer = publishLayer(aws);
    return text.replace("{minimum: 1, maximum: 5, target_utilization_percent: 60}", "{minimum: 0}")
        .replace(
            "arn:aws:lambda:eu-west-1:580247275435:layer:LambdaInsightsExtension-Arm64:20", layer)
        .replace("        invokers: [\"210987654321\"]\n", "")
        .replaceAll("(?m)^      streams:\\n(        .*\\n)+", "")
        .replace("examples/compute-stack", EXAMPLES.toString())
        .replace("subnet-0a1b2c3d4e5f60711", aws.subnets().get(0))
        .replace("subnet-0a1b2c3d4e5f60722", aws.subnets().get(1))
        .replaceAll("sg-0a1b2c3d4e5f607..", aws.securityGroup());
  }

  /** A layer in the place of AWS's own, which moto does not have. */
  private static String publishLayer(MotoWorld aws) {
    return aws.lambda()
        .publishLayerVersion(
            layer ->
                layer
                    .layerName("insights")
                    .content(code -> code.s3Bucket("acme-qa-artifacts").s3Key("audit/1.0.0.zip")))
        .layerVersionArn();
  }

  /** The documents that the examples refer to, with the network of this account. */
  private static String documents(MotoWorld aws) throws IOException {
    return Files.readString(EXAMPLES.resolve("resources/stacks.yaml"))
        .replace("subnet-0a1b2c3d4e5f60711", aws.subnets().get(0))
        .replace("subnet-0a1b2c3d4e5f60722", aws.subnets().get(1))
        .replaceAll("sg-0a1b2c3d4e5f607..", aws.securityGroup());
  }

  private Ended up(MotoWorld aws, String text, String... options) {
    List<String> args = new ArrayList<>(List.of("up", aws.manifest(text), "--yes"));
    args.addAll(List.of("--resources", home.resolve("documents").toString()));
    args.addAll(List.of(options));
    return ok(aws.run(args.toArray(new String[0])));
  }

  private static Ended ok(Ended ended) {
    assertThat(ended.code()).as(ended.all()).isEqualTo(ExitCode.OK);
    return ended;
  }
}
