/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.plinth.cli.TestWorld.Ended;
import dev.plinth.cli.env.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What the system that the AwsLambda kind comes from does wrong, shown to be right here. The
 * numbers are those of the list of its shortcomings.
 */
class UpstreamShortcomingsTest {
  private static final String FUNCTION = "aws:lambda/function:Function";
  private static final String LOG_GROUP = "aws:cloudwatch/logGroup:LogGroup";

  @TempDir private Path home;
  private TestWorld world;

  @BeforeEach
  void anEmptyHome() {
    world = new TestWorld(home);
  }

  private Ended run(String command, String manifest, String... options) {
    List<String> args =
        Stream.concat(Stream.of(command, world.file("manifest.yaml", manifest)), Stream.of(options))
            .toList();
    return world.run(args);
  }

  private Ended deploy(String manifest) {
    Ended ended = run("up", manifest, "--local", "--yes");
    assertThat(ended.code()).as(ended.all()).isEqualTo(ExitCode.OK);
    return ended;
  }

  /** What the program asks for, by the preview. */
  private JsonObject inputs(String manifest, String type) {
    Ended ended = run("preview", manifest, "--local", "--json");
    assertThat(ended.code()).as(ended.all()).isEqualTo(ExitCode.OK);
    JsonArray steps = JsonParser.parseString(ended.out()).getAsJsonObject().getAsJsonArray("steps");
    return StreamSupport.stream(steps.spliterator(), false)
        .map(JsonElement::getAsJsonObject)
        .filter(step -> step.get("urn").getAsString().contains("::" + type + "::"))
        .findFirst()
        .orElseThrow()
        .getAsJsonObject("newState")
        .getAsJsonObject("inputs");
  }

  private void assertRejected(String manifest, String... parts) {
    Ended ended = run("validate", manifest);
    assertThat(ended.code()).as(ended.all()).isEqualTo(ExitCode.INVALID);
    assertThat(ended.out()).contains(parts).contains("fix: ");
  }

  @Nested
  class TheFunction {
    @Test
    void no_1_function_name_is_read_and_is_the_whole_name() {
      assertThat(inputs(Manifests.with("function_name: mine"), FUNCTION).get("name").getAsString())
          .isEqualTo("mine");
    }

    @Test
    void no_1_without_a_function_name_the_manifests_name_is_used_and_nothing_added() {
      assertThat(inputs(Manifests.orders(), FUNCTION).get("name").getAsString())
          .isEqualTo("orders");
    }

    @Test
    void no_2_the_log_group_is_the_one_that_the_function_writes_to() {
      String manifest = Manifests.with("function_name: mine");

      assertThat(inputs(manifest, LOG_GROUP).get("name").getAsString())
          .isEqualTo("/aws/lambda/mine");
      assertThat(
              inputs(manifest, FUNCTION)
                  .getAsJsonObject("loggingConfig")
                  .get("logGroup")
                  .getAsString())
          .isEqualTo("/aws/lambda/mine");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 7})
    void no_3_and_4_reserved_concurrency_is_set_and_zero_is_not_unset(int reserved) {
      JsonObject inputs = inputs(Manifests.with("reserved_concurrency: " + reserved), FUNCTION);

      assertThat(inputs.get("reservedConcurrentExecutions").getAsInt()).isEqualTo(reserved);
    }

    @Test
    void no_4_without_reserved_concurrency_the_function_is_unreserved() {
      JsonElement reserved =
          inputs(Manifests.orders(), FUNCTION).get("reservedConcurrentExecutions");

      assertThat(reserved == null ? -1 : reserved.getAsInt()).isEqualTo(-1);
    }

    @Test
    void no_6_the_function_comes_after_its_log_group_and_goes_before_it() {
      assertThat(deploy(Manifests.orders()).out())
          .containsSubsequence("LogGroup orders created", "Function orders creating");
      assertThat(world.run("destroy", "--yes").out())
          .containsSubsequence("Function orders deleted", "LogGroup orders deleting");
    }

    @Test
    void no_7_retention_can_be_chosen() {
      assertThat(
              inputs(Manifests.with("log_retention_days: 90"), LOG_GROUP)
                  .get("retentionInDays")
                  .getAsInt())
          .isEqualTo(90);
    }

    @Test
    void no_10_code_without_a_version_is_pinned_to_what_is_there() {
      String unpinned = Manifests.orders().replace("    object_version: \"1\"\n", "");

      assertThat(inputs(unpinned, FUNCTION).get("sourceCodeHash").getAsString()).isNotEmpty();
    }

    @Test
    void no_12_every_output_is_there_and_no_layers_are_an_empty_list() {
      deploy(Manifests.orders());

      JsonObject outputs =
          JsonParser.parseString(world.run("outputs", "--json").out()).getAsJsonObject();

      assertThat(outputs.keySet())
          .containsExactlyInAnyOrder(
              "function_arn", "function_name", "log_group_name", "role_arn", "layer_arns");
      assertThat(outputs.getAsJsonArray("layer_arns")).isEmpty();
    }

    @Test
    void no_13_tags_have_the_documented_keys_no_empty_values_and_the_labels() {
      String manifest =
          Manifests.orders().replace("  env: dev\n", "  labels:\n    team: checkout\n");

      JsonObject tags = inputs(manifest, FUNCTION).getAsJsonObject("tags");

      assertThat(tags.keySet()).contains("resource", "resource-kind", "name", "team");
      assertThat(tags.asMap().values()).noneMatch(value -> value.getAsString().isEmpty());
    }
  }

  @Nested
  class Validation {
    @Test
    void no_8_layers_on_an_image_are_refused() {
      assertRejected(
          Manifests.orders()
                  .replace("CODE_SOURCE_TYPE_S3", "CODE_SOURCE_TYPE_IMAGE")
                  .replaceAll("  s3:\n(    .*\n)*", "")
              + "  image_uri: 123456789012.dkr.ecr.us-east-1.amazonaws.com/orders:1\n"
              + "  layer_arns:\n    - value: arn:aws:lambda:us-east-1:123456789012:layer:a:1\n",
          "layer_arns");
    }

    @Test
    void no_9_more_than_five_layers_are_refused() {
      assertRejected(
          Manifests.with(
              "layer_arns:\n"
                  + "    - value: arn:aws:lambda:us-east-1:123456789012:layer:a:1\n"
                      .repeat(6)
                      .stripTrailing()),
          "spec.layer_arns");
    }

    @ParameterizedTest
    @ValueSource(strings = {"subnets: [{value: subnet-0a}]", "security_groups: [{value: sg-0a}]"})
    void no_9_subnets_and_security_groups_go_together(String field) {
      assertRejected(Manifests.with(field), "security_groups");
    }

    @Test
    void no_9_a_role_must_be_an_arn() {
      assertRejected(
          Manifests.orders().replace("arn:aws:iam::123456789012:role/orders", "orders"),
          "spec.role_arn");
    }

    @ParameterizedTest
    @ValueSource(strings = {"go1.x", "jaba21"})
    void no_9_a_runtime_that_aws_does_not_take_is_refused(String runtime) {
      assertRejected(Manifests.orders().replace("java21", runtime), "spec.runtime", runtime);
    }

    @Test
    void no_15_and_16_a_manifest_without_metadata_ends_with_two() {
      assertRejected(
          Manifests.orders().replace("metadata:\n  name: orders\n  env: dev\n", ""), "metadata");
    }

    @Test
    void no_16_api_version_and_kind_are_checked() {
      assertRejected(Manifests.orders().replace("AwsLambda", "AwsLambada"), "AwsLambda");
      assertRejected(Manifests.orders().replace("org/v1", "org/v9"), "aws.project-planton.org/v1");
    }

    @Test
    void no_24_findings_have_places_and_a_form_for_programs() {
      Ended ended = run("validate", Manifests.orders().replace("512", "64"), "--json");

      JsonObject finding =
          JsonParser.parseString(ended.out()).getAsJsonArray().get(0).getAsJsonObject();
      assertThat(finding.get("line").getAsInt()).isEqualTo(14);
      assertThat(finding.get("column").getAsInt()).isEqualTo(14);
      assertThat(finding.get("field").getAsString()).isEqualTo("spec.memory_mb");
    }
  }

  @Nested
  class References {
    @Test
    void no_5_a_reference_that_leads_nowhere_is_an_error_at_its_line() {
      Ended ended = run("preview", Manifests.withRoleFrom("orders", "{name: nobody}"), "--local");

      assertThat(ended.code()).isEqualTo(ExitCode.INVALID);
      assertThat(ended.err()).contains("manifest.yaml:16:5", "spec.role_arn", "AwsIamRole nobody");
    }

    @Test
    void no_5_and_25_a_reference_to_another_manifest_orders_the_two_and_gets_its_value() {
      String manifests =
          Manifests.withRoleFrom(
                  "second", "{kind: AwsLambda, name: first, field_path: status.outputs.role_arn}")
              + "---\n"
              + Manifests.named("first");

      assertThat(deploy(manifests).out())
          .containsSubsequence("Updating (dev.first)", "Updating (dev.second)");
      assertThat(world.run("outputs", "--stack", "dev.second").out())
          .contains("arn:aws:iam::123456789012:role/orders");
    }

    @Test
    void no_25_a_preview_of_both_shows_what_is_not_known_yet_as_unknown() {
      String manifests =
          Manifests.withRoleFrom(
                  "second",
                  "{kind: AwsLambda, name: first, field_path: status.outputs.function_arn}")
              + "---\n"
              + Manifests.named("first");

      Ended ended = run("preview", manifests, "--local");

      assertThat(ended.code()).as(ended.all()).isEqualTo(ExitCode.OK);
      assertThat(ended.out()).contains("role_arn      : [unknown]");
    }

    @Test
    void no_26_two_manifests_of_a_kind_are_two() {
      deploy(Manifests.named("first") + "---\n" + Manifests.named("second"));

      assertThat(world.run("outputs", "--stack", "dev.first").out()).contains("function:first");
      assertThat(world.run("outputs", "--stack", "dev.second").out()).contains("function:second");
    }
  }

  @Nested
  class TheCommand {
    @Test
    void no_14_every_example_is_valid() throws IOException {
      Path examples = Path.of("").toAbsolutePath().getParent().resolve("examples/aws-lambda");
      try (Stream<Path> files = Files.list(examples)) {
        for (Path file : files.filter(path -> path.toString().endsWith(".yaml")).toList()) {
          Ended ended = world.run("validate", file.toString());
          assertThat(ended.code()).as(ended.all()).isEqualTo(ExitCode.OK);
        }
      }
    }

    @Test
    void no_15_validate_ends_with_two_when_a_manifest_is_wrong() {
      assertThat(run("validate", Manifests.orders().replace("512", "64")).code())
          .isEqualTo(ExitCode.INVALID);
    }

    @Test
    void no_18_an_option_that_there_is_not_is_an_error() {
      Ended ended = run("preview", Manifests.orders(), "--local", "--set", "spec.memory_mb=512");

      assertThat(ended.code()).isEqualTo(ExitCode.INVALID);
      assertThat(ended.err()).contains("--set");
    }

    @Test
    void no_19_and_23_nothing_is_deployed_or_asked_without_consent_and_terminal() {
      Ended ended = run("up", Manifests.orders(), "--local");

      assertThat(ended.code()).isEqualTo(ExitCode.REFUSED);
      assertThat(home.resolve(".plinth")).doesNotExist();
    }

    @Test
    void no_20_a_failure_leaves_no_temporary_file_and_has_its_own_exit_code() throws IOException {
      Ended ended = run("up", Manifests.orders(), "--local", "--strict", "--yes");

      assertThat(ended.code()).isEqualTo(ExitCode.FAILED);
      try (Stream<Path> files = Files.list(home)) {
        assertThat(files.map(file -> file.getFileName().toString()))
            .containsExactlyInAnyOrder("manifest.yaml", ".plinth");
      }
    }

    @Test
    void no_21_explicit_credentials_are_checked_and_their_keys_are_nowhere_in_clear()
        throws IOException {
      String secret = "abcdefghijklmnopqrstuvwxyz0123456789ABCD";
      String config =
          world.file(
              "config.yaml",
              "region: eu-central-1\naccess_key_id: AKIAABCDEFGHIJKLMNOP\nsecret_access_key: "
                  + secret
                  + "\n");
      world.with("PULUMI_CONFIG_PASSPHRASE", "correct horse");

      Ended ended =
          run("up", Manifests.orders(), "--local", "--yes", "--provider-config", config, "--json");

      assertThat(ended.code()).as(ended.all()).isEqualTo(ExitCode.OK);
      assertThat(ended.out()).contains("eu-central-1", "[secret]");
      assertThat(ended.all()).doesNotContain(secret, "AKIAABCDEFGHIJKLMNOP");
      try (Stream<Path> files = Files.walk(home.resolve(".plinth"))) {
        for (Path file : files.filter(Files::isRegularFile).toList()) {
          assertThat(Files.readString(file)).doesNotContain(secret);
        }
      }
    }

    @Test
    void no_21_credentials_of_the_wrong_form_are_refused() {
      String config = world.file("config.yaml", "access_key_id: short\nsecret_access_key: x\n");

      Ended ended = run("preview", Manifests.orders(), "--local", "--provider-config", config);

      assertThat(ended.code()).isEqualTo(ExitCode.INVALID);
      assertThat(ended.err()).contains("config.yaml:1:16", "access_key_id");
    }

    @Test
    void no_22_an_address_is_no_manifest() {
      Ended ended = world.run("validate", "https://example.com/manifest.yaml");

      assertThat(ended.code()).isEqualTo(ExitCode.INVALID);
      assertThat(ended.out()).contains("does not exist");
    }
  }
}
