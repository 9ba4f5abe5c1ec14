/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.cli.RefusingAws.Refusal;
import dev.plinth.cli.TestWorld.Ended;
import dev.plinth.cli.env.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What a user reads of the commonest refusals: what failed, on which resource, at which line of the
 * manifest, what AWS said, the request, and what to do. The texts are AWS's own.
 */
class RefusalsTest {
  private static final String INVALID = "InvalidParameterValueException";

  private static final String COMMON =
      """
      apiVersion: aws.project-planton.org/v1
      kind: AwsLambda
      metadata:
        name: orders
        env: dev
      spec:
        function_name: orders
        role_arn: {value: "arn:aws:iam::123456789012:role/orders"}
        reserved_concurrency: 20
        environment: {LEVEL: info}
        subnets: [{value: subnet-0a1b2c3d4e5f60711}]
        security_groups: [{value: sg-0a1b2c3d4e5f60733}]
        kms_key_arn: {value: "arn:aws:kms:us-east-1:123456789012:key/k"}
      """;

  private static final String PACKAGE =
      COMMON
          + """
            code_source_type: CODE_SOURCE_TYPE_S3
            runtime: java21
            handler: com.acme.Handler
            layer_arns: [{value: "arn:aws:lambda:us-east-1:123456789012:layer:base:1"}]
            s3:
              bucket: acme-artifacts
              key: orders.jar
              object_version: v1
          """;

  private static final String IMAGE =
      COMMON
          + """
            code_source_type: CODE_SOURCE_TYPE_IMAGE
            image_uri: 123456789012.dkr.ecr.us-east-1.amazonaws.com/orders@sha256:\
          0000000000000000000000000000000000000000000000000000000000000001
          """;

  @TempDir private Path home;

  /**
   * A refusal and what is made of it.
   *
   * @param field the last name of the field whose line is shown; the manifest's name when it is
   *     about the resource as a whole
   * @param fix the beginning of the remedy
   */
  record Case(Refusal refusal, String manifest, String field, String fix) {
    Case(String operation, int status, String code, String said, String field, String fix) {
      this(new Refusal(operation, status, code, said), PACKAGE, field, fix);
    }

    @Override
    public String toString() {
      return refusal.operation() + ": " + refusal.code() + " at " + field;
    }
  }

  private static Case function(int status, String code, String said, String field, String fix) {
    return new Case("CreateFunction", status, code, said, field, fix);
  }

  private static Stream<Case> refusals() {
    return Stream.of(
        function(
            400,
            INVALID,
            "The role defined for the function cannot be assumed by Lambda.",
            "role_arn",
            "Let the role's trust policy allow"),
        function(
            400,
            INVALID,
            "The provided execution role does not have permissions to call CreateNetworkInterface"
                + " on EC2",
            "role_arn",
            "Attach a policy"),
        function(
            400,
            INVALID,
            "Lambda was unable to configure your environment variables because the environment"
                + " variables you have provided contains reserved keys that are currently not"
                + " supported for modification. Reserved keys used in this request: AWS_REGION",
            "environment",
            "Rename the environment variables"),
        new Case(
            "PutFunctionConcurrency",
            400,
            INVALID,
            "Specified ReservedConcurrentExecutions for function decreases account's"
                + " UnreservedConcurrentExecution below its minimum value of [100].",
            "reserved_concurrency",
            "Reserve less"),
        function(
            400,
            INVALID,
            "Error occurred while DescribeSubnets. EC2 Error Code: InvalidSubnetID.NotFound. EC2"
                + " Error Message: The subnet ID 'subnet-0a1b2c3d4e5f60711' does not exist",
            "subnets",
            "Check that subnets and security groups exist"),
        function(
            400,
            INVALID,
            "Error occurred while DescribeSecurityGroups. EC2 Error Code: InvalidGroup.NotFound."
                + " EC2 Error Message: The security group 'sg-0a1b2c3d4e5f60733' does not exist",
            "security_groups",
            "Check that subnets and security groups exist"),
        function(
            400,
            INVALID,
            "Error occurred while GetObject. S3 Error Code: NoSuchKey. S3 Error Message: The"
                + " specified key does not exist.",
            "key",
            "Upload the object first"),
        function(
            400,
            INVALID,
            "Error occurred while GetObject. S3 Error Code: PermanentRedirect. S3 Error Message:"
                + " The bucket is in this region: eu-west-1.",
            "bucket",
            "Take a bucket in the region"),
        function(
            400,
            INVALID,
            "Unzipped size must be smaller than 262144000 bytes",
            "name",
            "Make the package smaller"),
        function(
            400,
            INVALID,
            "The runtime parameter of java21 is no longer supported for creating or updating AWS"
                + " Lambda functions.",
            "runtime",
            "Move to a runtime"),
        function(
            400,
            INVALID,
            "Layer version arn:aws:lambda:us-east-1:123456789012:layer:base:1 does not exist.",
            "layer_arns",
            "Check the layer's ARN"),
        new Case(
            new Refusal(
                "CreateFunction",
                400,
                INVALID,
                "Source image 123456789012.dkr.ecr.us-east-1.amazonaws.com/orders does not exist."
                    + " Provide a valid source image."),
            IMAGE,
            "image_uri",
            "Push the image first"),
        function(
            502,
            "KMSAccessDeniedException",
            "Lambda was unable to decrypt the environment variables because KMS access was denied.",
            "kms_key_arn",
            "Check that the KMS key exists"),
        function(
            409,
            "ResourceConflictException",
            "Function already exist: orders",
            "function_name",
            "Import the existing function"),
        function(
            400,
            "CodeStorageExceededException",
            "Code storage limit exceeded.",
            "name",
            "Delete old function versions"),
        function(
            403,
            "AccessDeniedException",
            "User: arn:aws:iam::123456789012:user/ci is not authorized to perform:"
                + " lambda:CreateFunction",
            "name",
            "Grant the action"),
        function(
            429,
            "TooManyRequestsException",
            "Rate exceeded",
            "name",
            "Wait a little and run again"),
        function(
            500,
            "ServiceException",
            "An error occurred and the request cannot be processed.",
            "name",
            "AWS had a fault"),
        logs(
            400,
            "UnrecognizedClientException",
            "The security token included in the request is invalid.",
            "AWS does not know these credentials"),
        logs(
            400,
            "ExpiredTokenException",
            "The security token included in the request is expired",
            "The session has expired"),
        logs(
            400,
            "InvalidSignatureException",
            "The request signature we calculated does not match the signature you provided.",
            "Check the machine's clock and the secret key"),
        logs(
            400,
            "OptInRequired",
            "The AWS Access Key Id needs a subscription for the service",
            "Enable the service or the region"),
        logs(400, "LimitExceededException", "Resource limit exceeded.", "A quota of the account"));
  }

  private static Case logs(int status, String code, String said, String fix) {
    return new Case("CreateLogGroup", status, code, said, "name", fix);
  }

  @ParameterizedTest
  @MethodSource("refusals")
  void a_refusal_says_all_that_a_user_needs(Case each) throws IOException {
    try (RefusingAws aws = RefusingAws.start(each.refusal())) {
      Ended ended = up(aws, each.manifest());

      assertThat(ended.code()).as(ended.all()).isEqualTo(ExitCode.FAILED);
      assertThat(unfolded(ended))
          .contains(
              each.refusal().operation() + " of ",
              each.refusal().operation().equals("CreateLogGroup")
                  ? "log group \"/aws/lambda/orders\" in us-east-1 failed"
                  : "Lambda function \"orders\" in us-east-1 failed",
              each.refusal().code() + ": " + each.refusal().said(),
              "request id " + RefusingAws.REQUEST_ID,
              "manifest.yaml:" + line(each.manifest(), each.field()) + ":",
              "fix: " + each.fix());
    }
  }

  @Test
  void a_failed_look_at_an_object_is_shown_where_the_manifest_names_it() throws IOException {
    String manifest = PACKAGE.replace("    object_version: v1\n", "");
    try (RefusingAws aws = RefusingAws.start(new Refusal("HeadObject", 404, "", ""))) {
      Ended ended = up(aws, manifest);

      assertThat(ended.code()).isEqualTo(ExitCode.FAILED);
      assertThat(unfolded(ended))
          .contains(
              "manifest.yaml:" + line(manifest, "key") + ":",
              "spec.s3.key",
              "HeadObject of S3 object s3://acme-artifacts/orders.jar",
              "HTTP 404, request id " + RefusingAws.REQUEST_ID,
              "fix: Upload the object first");
    }
  }

  @Test
  void a_failed_look_at_an_image_is_shown_where_the_manifest_names_it() throws IOException {
    String manifest = IMAGE.replaceAll("@sha256:\\d+", ":1.4");
    Refusal refusal =
        new Refusal("DescribeImages", 400, "ImageNotFoundException", "The image does not exist");
    try (RefusingAws aws = RefusingAws.start(refusal)) {
      Ended ended = up(aws, manifest);

      assertThat(ended.code()).isEqualTo(ExitCode.FAILED);
      assertThat(unfolded(ended))
          .contains(
              "manifest.yaml:" + line(manifest, "image_uri") + ":",
              "spec.image_uri",
              "DescribeImages of image orders:1.4",
              "fix: Push the image first");
    }
  }

  @Test
  void a_foundation_that_may_not_ask_for_its_account_says_so_at_its_name() throws IOException {
    String manifest = Files.readString(Path.of("../examples/compute-stack/minimal.yaml"));
    Refusal refusal =
        new Refusal("GetCallerIdentity", 403, "ExpiredToken", "The security token is expired");
    try (RefusingAws aws = RefusingAws.start(refusal)) {
      Ended ended = up(aws, manifest);

      assertThat(ended.code()).isEqualTo(ExitCode.FAILED);
      assertThat(unfolded(ended))
          .contains(
              "manifest.yaml:" + line(manifest, "name") + ":",
              "GetCallerIdentity of ",
              "ExpiredToken: The security token is expired",
              "request id " + RefusingAws.REQUEST_ID,
              "fix: The session has expired");
    }
  }

  private Ended up(RefusingAws aws, String manifest) {
    TestWorld world =
        new TestWorld(home)
            .with("AWS_ENDPOINT_URL", aws.url())
            .with("AWS_REGION", "us-east-1")
            .with("AWS_ACCESS_KEY_ID", "AKIAIOSFODNN7EXAMPLE")
            .with("AWS_SECRET_ACCESS_KEY", "unchecked");
    return world.run("up", world.file("manifest.yaml", manifest), "--yes");
  }

  /** What a person reads, whatever the width of the screen. */
  private static String unfolded(Ended ended) {
    return ended.all().replaceAll("\\s+", " ");
  }

  private static int line(String manifest, String field) {
    List<String> lines = manifest.lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).strip().startsWith(field + ":")) {
        return i + 1;
      }
    }
    throw new AssertionError(field + " is not in the manifest");
  }
}
