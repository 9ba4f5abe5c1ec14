/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.programs.awslambda;

import static dev.plinth.programs.awslambda.StackInputs.literal;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import dev.plinth.proto.awslambda.AwsLambda;
import dev.plinth.proto.awslambda.AwsLambdaSpec;
import dev.plinth.proto.awslambda.AwsLambdaStackInput;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ManifestOriginsTest {
  @Test
  void every_property_that_the_program_sets_has_an_origin_that_exists() {
    List<String> without = new ArrayList<>();
    for (AwsLambdaStackInput input :
        List.of(
            everything(StackInputs.s3(ManifestOriginsTest::full)),
            everything(StackInputs.image(ManifestOriginsTest::full)))) {
      MockedStack stack = MockedStack.deploy(AwsLambdaModule.of(input));
      for (MockedStack.Registered resource :
          List.of(stack.function(), stack.logGroup(), stack.provider())) {
        pathsOf("", resource.inputs())
            .filter(path -> !isSetBySdk(resource.type(), path))
            .filter(path -> !fieldExists(ManifestOrigins.of(resource.type(), path).orElse("?")))
            .forEach(path -> without.add(resource.type() + " " + path));
      }
    }

    assertThat(without).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "aws:lambda/function:Function, memorySize, spec.memory_mb",
    "aws:lambda/function:Function, vpcConfig.subnetIds[1], spec.subnets[1]",
    "aws:lambda/function:Function, layers[0], spec.layer_arns[0]",
    "aws:lambda/function:Function, architectures[0], spec.architecture",
    "aws:lambda/function:Function, environment.variables.LEVEL, 'spec.environment[\"LEVEL\"]'",
    "aws:lambda/function:Function, 'environment.variables[\"A.B\"]', 'spec.environment[\"A.B\"]'",
    "aws:lambda/function:Function, loggingConfig.logGroup, spec.function_name",
    "aws:lambda/function:Function, tags.team, 'metadata.labels[\"team\"]'",
    "aws:lambda/function:Function, tagsAll.organization, metadata.org",
    "aws:cloudwatch/logGroup:LogGroup, name, spec.function_name",
    "aws:cloudwatch/logGroup:LogGroup, 'tags[\"resource-id\"]', metadata.id",
    "pulumi:providers:aws, allowedAccountIds[0], provider_config.account_id",
  })
  void point_at_the_field_that_a_property_comes_from(String type, String property, String field) {
    assertThat(ManifestOrigins.of(type, property)).contains(field);
  }

  @ParameterizedTest
  @CsvSource({
    "aws:lambda/function:Function, publish",
    "aws:lambda/function:Function, ''",
    "aws:lambda/function:Function, [",
    "aws:lambda/function:Function, '[\"'",
    "aws:lambda/function:Function, ..",
    "aws:sqs/queue:Queue, name",
  })
  void are_absent_for_what_the_program_does_not_set(String type, String property) {
    assertThat(ManifestOrigins.of(type, property)).isEmpty();
  }

  private static void full(AwsLambdaSpec.Builder spec) {
    spec.setFunctionName("orders-prod")
        .setDescription("Takes orders")
        .setMemoryMb(512)
        .setTimeoutSeconds(30)
        .setReservedConcurrency(2)
        .putEnvironment("LEVEL", "info")
        .addSubnets(literal("subnet-1"))
        .addSecurityGroups(literal("sg-1"))
        .addLayerArns(literal("layer:1"))
        .setKmsKeyArn(literal("arn:key"))
        .setLogRetentionDays(7)
        .setS3(spec.getS3Builder().setObjectVersion("v7"));
  }

  private static AwsLambdaStackInput everything(AwsLambdaStackInput input) {
    AwsLambdaStackInput.Builder all = input.toBuilder();
    all.getTargetBuilder()
        .getMetadataBuilder()
        .setOrg("acme")
        .setEnv("prod")
        .setId("awslam-1")
        .putLabels("team", "payments");
    all.getProviderConfigBuilder()
        .setAccountId("123456789012")
        .setAccessKeyId("AKIAEXAMPLE")
        .setSecretAccessKey("secret")
        .setSessionToken("token")
        .setRegion("eu-west-1");
    return all.build();
  }

  private static Stream<String> pathsOf(String prefix, Map<?, ?> inputs) {
    return inputs.entrySet().stream()
        .flatMap(
            entry -> {
              String path = prefix + entry.getKey();
              return entry.getValue() instanceof Map<?, ?> map
                  ? pathsOf(path + ".", map)
                  : Stream.of(path);
            });
  }

  /** What the generated provider class fills in by itself. */
  private static boolean isSetBySdk(String type, String path) {
    return type.equals(MockedStack.PROVIDER)
        && List.of("skipCredentialsValidation", "skipRegionValidation", "version").contains(path);
  }

  private static boolean fieldExists(String path) {
    Descriptor message =
        path.startsWith("provider_config.")
            ? AwsLambdaStackInput.getDescriptor()
            : AwsLambda.getDescriptor();
    for (String name : List.of(path.replaceAll("\\[.*", "").split("\\.", -1))) {
      FieldDescriptor field = message.findFieldByName(name);
      if (field == null) {
        return false;
      }
      if (field.isMapField() || field.getJavaType() != FieldDescriptor.JavaType.MESSAGE) {
        return true;
      }
      message = field.getMessageType();
    }
    return true;
  }
}
