/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.local;

import static dev.plinth.local.Accounts.image;
import static dev.plinth.local.Accounts.orders;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.lambda.model.CreateFunctionRequest;
import software.amazon.awssdk.services.lambda.model.LambdaException;

/** What CreateFunction refuses, and what it says. */
final class FunctionValidationTest {
  private static final String LAYER = "arn:aws:lambda:eu-central-1:123456789012:layer:";
  private static final String ACCESS_POINT =
      "arn:aws:elasticfilesystem:eu-central-1:123456789012:access-point/fsap-0123456789abcdef0";

  @TempDir Path folder;

  static Stream<Arguments> outOfShape() {
    return Stream.of(
        arguments(
            orders().memorySize(64),
            "1 validation error detected: Value '64' at 'memorySize' failed to satisfy constraint:"
                + " Member must have value greater than or equal to 128"),
        arguments(
            orders().memorySize(10241),
            "1 validation error detected: Value '10241' at 'memorySize' failed to satisfy"
                + " constraint: Member must have value less than or equal to 10240"),
        arguments(
            orders().timeout(901).memorySize(1),
            "2 validation errors detected: Value '901' at 'timeout' failed to satisfy constraint:"
                + " Member must have value less than or equal to 900; Value '1' at 'memorySize'"
                + " failed to satisfy constraint: Member must have value greater than or equal to"
                + " 128"),
        arguments(orders().timeout(0), "at 'timeout'"),
        arguments(orders().functionName(null), "Value null at 'functionName'"),
        arguments(orders().functionName("or ders"), "Value 'or ders' at 'functionName'"),
        arguments(orders().functionName("orders:1"), "Value 'orders:1' at 'functionName'"),
        arguments(orders().role("orders"), "Value 'orders' at 'role' failed to satisfy constraint"),
        arguments(orders().role(null), "Value null at 'role'"),
        arguments(orders().handler("a b"), "regular expression pattern: [^\\s]+"),
        arguments(orders().handler(""), "Value '' at 'handler'"),
        arguments(orders().description("d".repeat(257)), "less than or equal to 256"),
        arguments(orders().kmsKeyArn("key"), "Value 'key' at 'kMSKeyArn'"),
        arguments(orders().ephemeralStorage(e -> e.size(511)), "at 'ephemeralStorage.size'"),
        arguments(orders().ephemeralStorage(e -> e.size(10241)), "at 'ephemeralStorage.size'"),
        arguments(orders().packageType("Jar"), "enum value set: [Zip, Image]"),
        arguments(orders().architecturesWithStrings("mips"), "enum value set: [x86_64, arm64]"),
        arguments(
            orders().architecturesWithStrings("x86_64", "arm64"), "at 'architectures' failed"),
        arguments(orders().layers("log:3"), "Value '[log:3]' at 'layers'"),
        arguments(orders().tracingConfig(t -> t.mode("On")), "at 'tracingConfig.mode'"),
        arguments(orders().snapStart(s -> s.applyOn("Always")), "at 'snapStart.applyOn'"),
        arguments(orders().deadLetterConfig(d -> d.targetArn("q")), "deadLetterConfig.targetArn"),
        arguments(
            orders().fileSystemConfigs(Accounts.mount(ACCESS_POINT, "/data")), "localMountPath"),
        arguments(
            orders().fileSystemConfigs(Accounts.mount("fsap-1", "/mnt/d")),
            "fileSystemConfigs.1.member.arn"),
        arguments(orders().loggingConfig(l -> l.logFormat("XML")), "loggingConfig.logFormat"),
        arguments(orders().codeSigningConfigArn("csc"), "codeSigningConfigArn"),
        arguments(orders().code(c -> c.s3Bucket("ab").s3Key("k")), "code.s3Bucket"),
        arguments(
            orders().vpcConfig(v -> v.subnetIds("s").securityGroupIds(sgs(6))),
            "vpcConfig.securityGroupIds"),
        arguments(orders().tags(Map.of("k".repeat(129), "v")), "tags.member.key"));
  }

  @ParameterizedTest
  @MethodSource("outOfShape")
  void aValueOutOfItsModelIsAValidationException(
      CreateFunctionRequest.Builder request, String message) {
    LambdaException refusal = refusal(request);

    assertThat(refusal.awsErrorDetails().errorCode()).isEqualTo("ValidationException");
    assertThat(refusal.statusCode()).isEqualTo(400);
    assertThat(refusal.awsErrorDetails().errorMessage()).contains(message);
  }

  static Stream<Arguments> againstTheRules() {
    return Stream.of(
        arguments(orders().functionName("o".repeat(65)), "less than or equal to 64"),
        arguments(orders().runtime((String) null), "Runtime and Handler are mandatory"),
        arguments(orders().handler(null), "Runtime and Handler are mandatory"),
        arguments(orders().runtime("cobol85"), "Value cobol85 at 'runtime' failed to satisfy"),
        arguments(
            orders().runtime("go1.x"),
            "The runtime parameter of go1.x is no longer supported for creating or updating"),
        arguments(
            image().handler("h"),
            "Please don't provide Handler or Runtime or Layer when the intended function"
                + " PackageType is Image."),
        arguments(image().runtime("java21"), "Please don't provide Handler or Runtime or Layer"),
        arguments(image().layers(LAYER + "log:1"), "Please don't provide Handler or Runtime"),
        arguments(image().code(c -> c.s3Bucket("b-1").s3Key("k")), "Please provide ImageUri when"),
        arguments(orders().code(c -> c.imageUri("x")), "Please don't provide ImageUri when"),
        arguments(orders().imageConfig(i -> i.command("c")), "ImageConfig is not supported"),
        arguments(
            image().code(c -> c.imageUri("docker.io/orders")),
            "Source image docker.io/orders is not valid. Provide a valid source image."),
        arguments(orders().code(c -> {}), "Please provide a source for function code."),
        arguments(orders().layers(layers(6)), "Cannot reference more than 5 layers."),
        arguments(
            orders().layers(LAYER + "log:1", LAYER + "log:2"),
            "Two different versions of the same layer"),
        arguments(
            orders().layers("arn:aws:lambda:us-east-1:123456789012:layer:log:1"),
            "Layers are expected to be in region eu-central-1."),
        arguments(
            orders().vpcConfig(v -> v.subnetIds("subnet-1")),
            "SubnetIds and SecurityIds must coexist or be both empty list."),
        arguments(
            orders().vpcConfig(v -> v.securityGroupIds("sg-1")),
            "SubnetIds and SecurityIds must coexist or be both empty list."),
        arguments(
            orders().fileSystemConfigs(Accounts.mount(ACCESS_POINT, "/mnt/d")),
            "Function must be configured to execute in a VPC to reference access point"),
        arguments(
            orders().deadLetterConfig(d -> d.targetArn("arn:aws:s3:::bucket")),
            "neither an SQS queue nor an SNS topic"),
        arguments(
            orders().runtime("nodejs22.x").snapStart(s -> s.applyOn("PublishedVersions")),
            "nodejs22.x is not supported for SnapStart enabled functions."),
        arguments(
            orders()
                .ephemeralStorage(e -> e.size(1024))
                .snapStart(s -> s.applyOn("PublishedVersions")),
            "Ephemeral storage over 512 MB"),
        arguments(
            orders().loggingConfig(l -> l.systemLogLevel("WARN")), "set the log format to JSON"),
        arguments(
            orders().environment(e -> e.variables(Map.of("AWS_REGION", "x", "_HANDLER", "y"))),
            "Reserved keys used in this request: AWS_REGION, _HANDLER"),
        arguments(orders().tags(tags(51)), "Number of tags exceeds resource tag limit."),
        arguments(orders().tags(Map.of("aws:x", "y")), "aws: prefixed tag key names"));
  }

  @ParameterizedTest
  @MethodSource("againstTheRules")
  void aRequestAgainstTheRulesIsAnInvalidParameterValue(
      CreateFunctionRequest.Builder request, String message) {
    LambdaException refusal = refusal(request);

    assertThat(refusal.awsErrorDetails().errorCode()).isEqualTo("InvalidParameterValueException");
    assertThat(refusal.statusCode()).isEqualTo(400);
    assertThat(refusal.awsErrorDetails().errorMessage()).contains(message);
  }

  @Test
  void aRefusalNeverShowsAnEnvironmentVariablesValue() {
    LambdaException tooLong =
        refusal(orders().environment(e -> e.variables(Map.of("KEY", "hunter2".repeat(700)))));
    LambdaException badName =
        refusal(orders().environment(e -> e.variables(Map.of("9KEY", "hunter2"))));

    assertThat(tooLong).hasMessageContaining("exceeded the 4KB limit");
    assertThat(badName).hasMessageContaining("Value at 'environment.variables' failed");
    assertThat(List.of(tooLong, badName))
        .allSatisfy(e -> assertThat(e.getMessage()).doesNotContain("hunter2"));
  }

  @Test
  void aRefusedFunctionLeavesNothingBehind() {
    refusal(orders().memorySize(1));
    refusal(orders().runtime("cobol85"));
    refusal(orders().code(c -> c.zipFile(SdkBytes.fromUtf8String("not a zip"))));
    refusal(image().code(c -> c.imageUri("docker.io/orders")));

    LocalAccount account = Accounts.open(folder);
    assertThat(account.isEmpty()).isTrue();
    assertThat(account.assumptions()).isEmpty();
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void anUpdateIsCheckedLikeACreation() {
    var lambda = Accounts.open(folder).lambda();
    lambda.createFunction(orders().build());

    LambdaException memory =
        catchThrowableOfType(
            LambdaException.class,
            () -> lambda.updateFunctionConfiguration(r -> r.functionName("orders").memorySize(64)));
    LambdaException snapStart =
        catchThrowableOfType(
            LambdaException.class,
            () ->
                lambda.updateFunctionConfiguration(
                    r ->
                        r.functionName("orders")
                            .runtime("nodejs22.x")
                            .snapStart(s -> s.applyOn("PublishedVersions"))));

    assertThat(memory.awsErrorDetails().errorCode()).isEqualTo("ValidationException");
    assertThat(snapStart).hasMessageContaining("nodejs22.x is not supported for SnapStart");
  }

  @Test
  void layersAreRefusedForAnImageThatExists() {
    var lambda = Accounts.open(folder).lambda();
    lambda.createFunction(image().build());

    LambdaException refusal =
        catchThrowableOfType(
            LambdaException.class,
            () ->
                lambda.updateFunctionConfiguration(
                    r -> r.functionName("orders").layers(LAYER + "log:1")));

    assertThat(refusal).hasMessageContaining("Lambda layers are not supported for functions");
  }

  private LambdaException refusal(CreateFunctionRequest.Builder request) {
    LambdaException refusal =
        catchThrowableOfType(
            LambdaException.class,
            () -> Accounts.open(folder).lambda().createFunction(request.build()));
    assertThat(refusal).isNotNull();
    return refusal;
  }

  private static List<String> layers(int count) {
    return Stream.iterate(1, i -> i + 1).limit(count).map(i -> LAYER + "l" + i + ":1").toList();
  }

  private static List<String> sgs(int count) {
    return Collections.nCopies(count, "sg-1");
  }

  private static Map<String, String> tags(int count) {
    return Stream.iterate(1, i -> i + 1)
        .limit(count)
        .collect(Collectors.toMap(i -> "key" + i, i -> "value"));
  }
}
