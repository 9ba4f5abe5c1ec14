/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.local;

import static dev.plinth.local.Accounts.image;
import static dev.plinth.local.Accounts.orders;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.plinth.local.catalogue.ResourceKind;
import dev.plinth.local.store.LocalAccountException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.lambda.model.CodeSigningConfigNotFoundException;
import software.amazon.awssdk.services.lambda.model.CreateFunctionRequest;
import software.amazon.awssdk.services.lambda.model.LambdaException;

/** A strict account refuses what it does not have, in AWS's words. */
final class StrictAccountTest {
  private static final String SIGNING =
      "arn:aws:lambda:eu-central-1:123456789012:code-signing-config:csc-0123456789abcdefg";

  @TempDir Path folder;

  @Test
  void aFunctionIsMadeOfDeclaredThings() {
    LocalAccount account = Accounts.furnished(folder);

    account.lambda().createFunction(orders().build());

    assertThat(account.resources()).containsExactly(Accounts.ARN);
    assertThat(account.assumptions()).isEmpty();
  }

  @Test
  void aMissingRoleCannotBeAssumed() {
    assertThatThrownBy(() -> Accounts.strict(folder).lambda().createFunction(orders().build()))
        .isInstanceOf(LambdaException.class)
        .hasMessageContaining("The role defined for the function cannot be assumed by Lambda.");
  }

  @Test
  void aMissingBucketKeyAndVersionAreToldApart() {
    LocalAccount account = Accounts.furnished(folder);

    assertThat(refusal(account, orders().code(c -> c.s3Bucket("other").s3Key("orders.zip"))))
        .isEqualTo(
            "Error occurred while GetObject. S3 Error Code: NoSuchBucket. S3 Error Message: The"
                + " specified bucket does not exist");
    assertThat(refusal(account, orders().code(c -> c.s3Bucket("artifacts").s3Key("other.zip"))))
        .isEqualTo(
            "Error occurred while GetObject. S3 Error Code: NoSuchKey. S3 Error Message: The"
                + " specified key does not exist.");
    assertThat(
            refusal(
                account,
                orders()
                    .code(c -> c.s3Bucket("artifacts").s3Key("orders.zip").s3ObjectVersion("2"))))
        .contains("S3 Error Code: NoSuchVersion.");
  }

  @Test
  void everythingElseAFunctionNamesMustExist() {
    LocalAccount account = Accounts.furnished(folder);
    account.declare(ResourceKind.SUBNET, "subnet-1");

    assertThat(
            refusal(
                account, orders().vpcConfig(v -> v.subnetIds("subnet-2").securityGroupIds("sg-1"))))
        .contains("EC2 Error Code: InvalidSubnetID.NotFound.", "'subnet-2' does not exist");
    assertThat(
            refusal(
                account, orders().vpcConfig(v -> v.subnetIds("subnet-1").securityGroupIds("sg-1"))))
        .isEqualTo(
            "Error occurred while DescribeSecurityGroups. EC2 Error Code: InvalidGroup.NotFound."
                + " EC2 Error Message: The security group 'sg-1' does not exist");
    assertThat(refusal(account, orders().kmsKeyArn("arn:aws:kms:eu-central-1:123456789012:key/1")))
        .contains("KMS key is invalid for CreateGrant");
    assertThat(
            refusal(
                account, orders().layers("arn:aws:lambda:eu-central-1:123456789012:layer:log:3")))
        .isEqualTo(
            "Layer version arn:aws:lambda:eu-central-1:123456789012:layer:log:3 does not exist.");
    assertThat(
            refusal(
                account, orders().layers("arn:aws:lambda:eu-central-1:210987654321:layer:log:3")))
        .contains("no resource-based policy allows the lambda:GetLayerVersion action");
    assertThat(
            refusal(
                account,
                orders()
                    .deadLetterConfig(
                        d -> d.targetArn("arn:aws:sqs:eu-central-1:123456789012:dead"))))
        .contains("does not have permissions to call SendMessage on SQS");
    assertThat(
            refusal(
                account,
                orders()
                    .code(
                        c ->
                            c.zipFile(Accounts.zip("x"))
                                .sourceKMSKeyArn("arn:aws:kms:eu-central-1:123456789012:key/2"))))
        .contains("key/2' does not exist");
    assertThat(refusal(account, image())).contains("does not exist. Provide a valid source image.");
  }

  @Test
  void aMissingCodeSigningConfigIsNotFound() {
    assertThatThrownBy(
            () ->
                Accounts.furnished(folder)
                    .lambda()
                    .createFunction(orders().codeSigningConfigArn(SIGNING).build()))
        .isInstanceOfSatisfying(
            CodeSigningConfigNotFoundException.class,
            e -> assertThat(e.statusCode()).isEqualTo(404));
  }

  @Test
  void whatWasOnlyAssumedBeforeDoesNotCount() {
    Accounts.open(folder).lambda().createFunction(orders().build());

    assertThat(refusal(Accounts.strict(folder), orders().functionName("bills")))
        .contains("cannot be assumed by Lambda");
  }

  @Test
  void aDeclarationLastsAndReachesAccountsThatAreOpen() {
    LocalAccount open = Accounts.strict(folder);
    assertThat(refusal(open, orders())).contains("cannot be assumed");

    Accounts.furnished(folder).close();

    open.lambda().createFunction(orders().build());
    assertThat(open.isEmpty()).isFalse();
  }

  @Test
  void aSeedFileDeclaresThings() throws IOException {
    Files.writeString(
        folder.resolve("resources.json"),
        """
        {"resources": [
          {"kind": "role", "id": "arn:aws:iam::123456789012:role/orders"},
          {"kind": "bucket", "id": "artifacts"},
          {"kind": "object", "id": "s3://artifacts/orders.zip"},
          {"kind": "subnet", "id": "subnet-1", "vpc": "vpc-42"},
          {"kind": "security-group", "id": "sg-1", "vpc": "vpc-42"}
        ]}
        """);

    var created =
        Accounts.strict(folder)
            .lambda()
            .createFunction(
                orders().vpcConfig(v -> v.subnetIds("subnet-1").securityGroupIds("sg-1")).build());

    assertThat(created.vpcConfig().vpcId()).isEqualTo("vpc-42");
  }

  @Test
  void aMistakeInTheSeedFileSaysWhereAndWhatIsExpected() throws IOException {
    Path seed = folder.resolve("resources.json");
    Files.writeString(seed, "{\"resources\": [{\"kind\": \"rolle\", \"id\": \"x\"}]}");

    assertThatThrownBy(() -> Accounts.strict(folder).lambda().createFunction(orders().build()))
        .isInstanceOf(LocalAccountException.class)
        .hasMessageContaining(seed + ", resource 1: \"kind\" is 'rolle'; it must be one of role,");
  }

  private static String refusal(LocalAccount account, CreateFunctionRequest.Builder request) {
    LambdaException refusal =
        catchThrowableOfType(
            LambdaException.class, () -> account.lambda().createFunction(request.build()));
    assertThat(refusal).isNotNull();
    return refusal.awsErrorDetails().errorMessage();
  }
}
