/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.api.validation;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Message;
import dev.plinth.api.diagnostic.Diagnostic;
import dev.plinth.api.diagnostic.Severity;
import dev.plinth.api.manifest.DocumentResult;
import dev.plinth.api.manifest.LoadResult;
import dev.plinth.api.manifest.ManifestLoader;
import dev.plinth.proto.aws.AwsProviderConfig;
import dev.plinth.proto.awslambda.AwsLambdaStackInput;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class ManifestValidatorTest {
  private static final String LAMBDA =
      """
      apiVersion: aws.project-planton.org/v1
      kind: AwsLambda
      metadata: {name: orders}
      spec:
        role_arn: arn:aws:iam::123456789012:role/orders
        code_source_type: CODE_SOURCE_TYPE_S3
        handler: index.handler
        s3: {bucket: artifacts, key: app.zip, object_version: "1"}
      """;

  @Test
  void a_runtime_becomes_deprecated_and_then_blocked_on_its_dates() {
    String manifest = LAMBDA + "  runtime: nodejs22.x\n";

    assertThat(validate(manifest, LocalDate.of(2027, 4, 29))).isEmpty();
    assertThat(validate(manifest, LocalDate.of(2027, 4, 30)))
        .singleElement()
        .satisfies(
            d -> {
              assertThat(d.severity()).isEqualTo(Severity.WARNING);
              assertThat(d.message()).contains("2027-04-30", "2027-06-01", "2027-07-01");
            });
    assertThat(validate(manifest, LocalDate.of(2027, 6, 1)))
        .singleElement()
        .satisfies(d -> assertThat(d.code()).isEqualTo("manifest.blocked-runtime"));
  }

  @Test
  void the_environment_may_take_4096_bytes_as_json_and_no_more() {
    // {"KEY":"…"} takes ten bytes beside the value; an umlaut takes two, a quote is escaped.
    assertThat(
            validate(
                LAMBDA + "  runtime: java21\n  environment: {KEY: '" + "x".repeat(4086) + "'}\n"))
        .isEmpty();
    assertThat(
            validate(
                LAMBDA + "  runtime: java21\n  environment: {KEY: '" + "x".repeat(4087) + "'}\n"))
        .extracting(Diagnostic::message)
        .containsExactly(
            "environment takes 4097 bytes as JSON, more than the 4096 that AWS Lambda allows.");
    assertThat(
            validate(
                LAMBDA
                    + "  runtime: java21\n  environment: {KEY: '"
                    + "ä".repeat(2042)
                    + "\"\"'}\n"))
        .hasSize(1);
  }

  @Test
  void a_literal_rule_does_not_look_at_references() {
    String manifest =
        LAMBDA.replace("arn:aws:iam::123456789012:role/orders", "{value_from: {name: role}}");

    assertThat(validate(manifest + "  runtime: java21\n")).isEmpty();
  }

  @Test
  void partitions_other_than_the_commercial_one_are_accepted() {
    for (String partition :
        List.of("aws", "aws-cn", "aws-us-gov", "aws-iso", "aws-iso-b", "aws-eusc")) {
      String manifest = LAMBDA.replace("arn:aws:iam", "arn:" + partition + ":iam");
      assertThat(validate(manifest + "  runtime: java21\n")).as(partition).isEmpty();
    }
  }

  @Test
  void images_of_private_repositories_in_every_partition_are_accepted() {
    for (String image :
        List.of(
            "123456789012.dkr.ecr.eu-west-1.amazonaws.com/a:1",
            "123456789012.dkr.ecr.cn-north-1.amazonaws.com.cn/a/b_c:v1.2-x",
            "123456789012.dkr.ecr-fips.us-gov-west-1.amazonaws.com/a:1",
            "123456789012.dkr-ecr.eu-west-1.on.aws/a:1",
            "123456789012.dkr.ecr.eusc-de-east-1.amazonaws.eu/a:1",
            "123456789012.dkr.ecr.us-east-1.amazonaws.com/a:1@sha256:" + "0a".repeat(32))) {
      assertThat(validateImage(image)).as(image).isEmpty();
    }
    for (String image :
        List.of(
            "public.ecr.aws/lambda/java:21",
            "docker.io/library/nginx:1",
            "123456789012.dkr.ecr.eu-west-1.amazonaws.com/a",
            "123456789012.dkr.ecr.eu-west-1.amazonaws.com/A:1",
            "123456789012.dkr.ecr.eu-west-1.amazonaws.com/a@sha256:0a")) {
      assertThat(validateImage(image)).as(image).hasSize(1);
    }
  }

  @Test
  void bucket_names_follow_the_rules_of_s3() {
    for (String bucket : List.of("abc", "my.bucket-1", "a".repeat(63), "1-2")) {
      assertThat(validateBucket(bucket)).as(bucket).isEmpty();
    }
    for (String bucket :
        List.of(
            "ab",
            "a".repeat(64),
            "Upper",
            "under_score",
            "-abc",
            "abc-",
            "a..b",
            "10.0.0.1",
            "xn--abc",
            "abc-s3alias",
            "abc--ol-s3",
            "sthree-abc",
            "abc.mrap",
            "abc--x-s3")) {
      assertThat(validateBucket(bucket)).as(bucket).isNotEmpty();
    }
  }

  @Test
  void the_manifest_within_a_stack_input_is_held_to_the_same_rules() {
    String input = "target:\n" + LAMBDA.indent(2) + "    runtime: go1.x\n    memory_mb: 1\n";

    assertThat(validate(input, AwsLambdaStackInput.getDefaultInstance()))
        .extracting(Diagnostic::fieldPath)
        .containsExactly("target.spec.runtime", "target.spec.memory_mb");
    assertThat(validate("provider_config: {}", AwsLambdaStackInput.getDefaultInstance()))
        .extracting(Diagnostic::message)
        .containsExactly("target is missing.");
  }

  @Test
  void a_provider_config_may_leave_everything_out() {
    assertThat(validate("{}", AwsProviderConfig.getDefaultInstance())).isEmpty();
    assertThat(validate("region: us-gov-west-1", AwsProviderConfig.getDefaultInstance())).isEmpty();
  }

  @Test
  void credentials_are_given_whole_or_not_at_all() {
    assertThat(codes("access_key_id: AKIAIOSFODNN7EXAMPLE"))
        .containsExactly("manifest.credentials.incomplete");
    assertThat(codes("access_key_id: ASIAIOSFODNN7EXAMPLE\nsecret_access_key: " + "a".repeat(40)))
        .containsExactly("manifest.credentials.session-token-missing");
    assertThat(codes("session_token: abc"))
        .containsExactly("manifest.credentials.session-token-alone");
    assertThat(codes("access_key_id: AKIAIOSFODNN7EXAMPLE\nsecret_access_key: " + "a".repeat(40)))
        .isEmpty();
  }

  @Test
  void default_tags_and_the_role_to_act_in_are_what_aws_takes() {
    List<Diagnostic> found =
        validate(
            "default_tags: {aws:owner: shop, AWS: shop, a: shop}\nassume_role: {role_arn: deployer, external_id: x, session_tags: {Aws:x: y}}\n",
            AwsProviderConfig.getDefaultInstance());

    assertThat(found)
        .extracting(Diagnostic::fieldPath)
        .containsExactly(
            "default_tags[\"aws:owner\"]",
            "assume_role.role_arn",
            "assume_role.external_id",
            "assume_role.session_tags[\"Aws:x\"]");
    assertThat(found.toString()).contains("aws:, which AWS keeps for itself");
  }

  @Test
  void a_malformed_secret_is_reported_without_showing_it() {
    List<Diagnostic> found =
        validate(
            "account_id: \"12\"\naccess_key_id: AKIAIOSFODNN7EXAMPLE\nsecret_access_key: hunter2\nregion: Europe\n",
            AwsProviderConfig.getDefaultInstance());

    assertThat(found)
        .extracting(Diagnostic::fieldPath)
        .containsExactly("account_id", "secret_access_key", "region");
    assertThat(found.toString()).doesNotContain("hunter2");
  }

  @Test
  void a_value_of_the_environment_is_never_shown() {
    List<Diagnostic> found =
        validate(
            LAMBDA
                + "  runtime: java21\n  environment: {AWS_REGION: s3cret, 1A: s3cret, PIN: 4711}\n");

    assertThat(found).hasSize(2); // The number is reported as it is read.
    assertThat(found.toString()).doesNotContain("s3cret", "4711");
  }

  @Test
  void preparing_twice_does_no_harm() {
    ManifestValidator.warmUp(() -> true);
    ManifestValidator.warmUp(() -> true);
    ManifestValidator.warmUp(() -> false);

    assertThat(validate(LAMBDA + "  runtime: java21\n")).isEmpty();
  }

  private static List<Diagnostic> validateImage(String image) {
    return validate(
        """
        apiVersion: aws.project-planton.org/v1
        kind: AwsLambda
        metadata: {name: orders}
        spec:
          role_arn: arn:aws:iam::123456789012:role/orders
          code_source_type: CODE_SOURCE_TYPE_IMAGE
          image_uri: %s
        """
            .formatted(image));
  }

  private static List<Diagnostic> validateBucket(String bucket) {
    return validate(LAMBDA.replace("artifacts", bucket) + "  runtime: java21\n");
  }

  private static List<Diagnostic> validate(String manifest) {
    return validate(manifest, LocalDate.of(2026, 11, 23));
  }

  private static List<Diagnostic> validate(String manifest, LocalDate today) {
    LoadResult loaded = new ManifestLoader().loadText("f.yaml", manifest);
    return new ManifestValidator(today).validate(loaded.manifests().get(0));
  }

  private static <M extends Message> List<Diagnostic> validate(String text, M prototype) {
    DocumentResult<M> result = new ManifestLoader().parseDocument("f.yaml", text, prototype);
    return new ManifestValidator(LocalDate.of(2026, 11, 23)).validate(result.orThrow());
  }

  private static List<String> codes(String providerConfig) {
    return validate(providerConfig, AwsProviderConfig.getDefaultInstance()).stream()
        .map(Diagnostic::code)
        .toList();
  }
}
