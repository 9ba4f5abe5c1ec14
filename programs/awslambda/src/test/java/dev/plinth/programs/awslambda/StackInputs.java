/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.programs.awslambda;

import dev.plinth.proto.aws.AwsProviderConfig;
import dev.plinth.proto.awslambda.AwsLambda;
import dev.plinth.proto.awslambda.AwsLambdaSpec;
import dev.plinth.proto.awslambda.AwsLambdaStackInput;
import dev.plinth.proto.awslambda.CodeSourceType;
import dev.plinth.proto.awslambda.S3Code;
import dev.plinth.proto.cloudresourcekind.CloudResourceKind;
import dev.plinth.proto.foreignkey.StringValueOrRef;
import dev.plinth.proto.foreignkey.ValueFromRef;
import dev.plinth.proto.shared.CloudResourceMetadata;
import java.util.function.Consumer;

/** Stack inputs that tests start from: what a manifest must have, and nothing else. */
final class StackInputs {
  static final String ROLE = "arn:aws:iam::123456789012:role/orders";
  static final String IMAGE =
      "123456789012.dkr.ecr.eu-west-1.amazonaws.com/orders@sha256:" + "0".repeat(64);

  private StackInputs() {}

  /** A function named {@code orders} with code from S3, changed as the test says. */
  static AwsLambdaStackInput s3(Consumer<AwsLambdaSpec.Builder> change) {
    return s3("orders", change);
  }

  static AwsLambdaStackInput s3(String name, Consumer<AwsLambdaSpec.Builder> change) {
    AwsLambdaSpec.Builder spec =
        AwsLambdaSpec.newBuilder()
            .setRoleArn(literal(ROLE))
            .setCodeSourceType(CodeSourceType.CODE_SOURCE_TYPE_S3)
            .setRuntime("java21")
            .setHandler("com.example.Orders::handle")
            .setS3(
                S3Code.newBuilder().setBucket("code").setKey("orders.zip").setObjectVersion("v1"));
    change.accept(spec);
    return input(name, spec);
  }

  static AwsLambdaStackInput s3() {
    return s3(spec -> {});
  }

  /** A function named {@code orders} with its code in an image, changed as the test says. */
  static AwsLambdaStackInput image(Consumer<AwsLambdaSpec.Builder> change) {
    AwsLambdaSpec.Builder spec =
        AwsLambdaSpec.newBuilder()
            .setRoleArn(literal(ROLE))
            .setCodeSourceType(CodeSourceType.CODE_SOURCE_TYPE_IMAGE)
            .setImageUri(IMAGE);
    change.accept(spec);
    return input("orders", spec);
  }

  static AwsLambdaStackInput withMetadata(Consumer<CloudResourceMetadata.Builder> change) {
    AwsLambdaStackInput.Builder input = s3().toBuilder();
    change.accept(input.getTargetBuilder().getMetadataBuilder());
    return input.build();
  }

  static AwsLambdaStackInput withProvider(
      AwsLambdaStackInput input, Consumer<AwsProviderConfig.Builder> change) {
    AwsLambdaStackInput.Builder changed = input.toBuilder();
    change.accept(changed.getProviderConfigBuilder());
    return changed.build();
  }

  static StringValueOrRef literal(String value) {
    return StringValueOrRef.newBuilder().setValue(value).build();
  }

  static StringValueOrRef reference(CloudResourceKind kind, String name, String fieldPath) {
    return StringValueOrRef.newBuilder()
        .setValueFrom(ValueFromRef.newBuilder().setKind(kind).setName(name).setFieldPath(fieldPath))
        .build();
  }

  private static AwsLambdaStackInput input(String name, AwsLambdaSpec.Builder spec) {
    return AwsLambdaStackInput.newBuilder()
        .setTarget(
            AwsLambda.newBuilder()
                .setApiVersion("aws.project-planton.org/v1")
                .setKind("AwsLambda")
                .setMetadata(CloudResourceMetadata.newBuilder().setName(name))
                .setSpec(spec))
        .build();
  }
}
