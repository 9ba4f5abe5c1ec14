/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.local;

import static dev.plinth.local.Accounts.orders;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.FunctionConfiguration;
import software.amazon.awssdk.services.lambda.model.InvalidParameterValueException;
import software.amazon.awssdk.services.lambda.model.LambdaException;
import software.amazon.awssdk.services.lambda.model.LoggingConfig;
import software.amazon.awssdk.services.lambda.model.PreconditionFailedException;
import software.amazon.awssdk.services.lambda.model.ResourceConflictException;
import software.amazon.awssdk.services.lambda.model.ResourceNotFoundException;

final class FunctionLifeTest {
  @TempDir Path folder;
  private LambdaClient lambda;

  @BeforeEach
  void open() {
    lambda = Accounts.open(folder).lambda();
  }

  @Test
  void aPlainFunctionHasTheDefaultsOfAws() {
    lambda.createFunction(orders().build());

    FunctionConfiguration orders = configuration();
    assertThat(orders.functionArn()).isEqualTo(Accounts.ARN);
    assertThat(orders.version()).isEqualTo("$LATEST");
    assertThat(orders.memorySize()).isEqualTo(128);
    assertThat(orders.timeout()).isEqualTo(3);
    assertThat(orders.description()).isEmpty();
    assertThat(orders.packageTypeAsString()).isEqualTo("Zip");
    assertThat(orders.architecturesAsStrings()).containsExactly("x86_64");
    assertThat(orders.ephemeralStorage().size()).isEqualTo(512);
    assertThat(orders.tracingConfig().modeAsString()).isEqualTo("PassThrough");
    assertThat(orders.snapStart().applyOnAsString()).isEqualTo("None");
    assertThat(orders.loggingConfig())
        .isEqualTo(
            LoggingConfig.builder().logFormat("Text").logGroup("/aws/lambda/orders").build());
    assertThat(orders.runtimeVersionConfig().runtimeVersionArn())
        .startsWith("arn:aws:lambda:eu-central-1::runtime:");
    assertThat(orders.environment()).isNull();
    assertThat(orders.vpcConfig()).isNull();
    assertThat(orders.hasLayers()).isFalse();
  }

  @Test
  void everySettingIsKept() {
    lambda.createFunction(
        orders()
            .memorySize(512)
            .timeout(30)
            .description("takes orders")
            .architecturesWithStrings("arm64")
            .environment(e -> e.variables(Map.of("STAGE", "dev")))
            .kmsKeyArn("arn:aws:kms:eu-central-1:123456789012:key/1")
            .layers("arn:aws:lambda:eu-central-1:123456789012:layer:log:3")
            .vpcConfig(v -> v.subnetIds("subnet-1").securityGroupIds("sg-1"))
            .fileSystemConfigs(
                Accounts.mount(
                    "arn:aws:elasticfilesystem:eu-central-1:123456789012:access-point/"
                        + "fsap-0123456789abcdef0",
                    "/mnt/data"))
            .deadLetterConfig(d -> d.targetArn("arn:aws:sqs:eu-central-1:123456789012:dead"))
            .tracingConfig(t -> t.mode("Active"))
            .ephemeralStorage(e -> e.size(1024))
            .loggingConfig(l -> l.logFormat("JSON").logGroup("/shop/orders"))
            .tags(Map.of("team", "shop"))
            .build());

    FunctionConfiguration orders = configuration();
    assertThat(orders.memorySize()).isEqualTo(512);
    assertThat(orders.timeout()).isEqualTo(30);
    assertThat(orders.description()).isEqualTo("takes orders");
    assertThat(orders.architecturesAsStrings()).containsExactly("arm64");
    assertThat(orders.environment().variables()).containsExactly(Map.entry("STAGE", "dev"));
    assertThat(orders.kmsKeyArn()).endsWith(":key/1");
    assertThat(orders.layers()).singleElement().satisfies(l -> assertThat(l.arn()).endsWith(":3"));
    assertThat(orders.vpcConfig().subnetIds()).containsExactly("subnet-1");
    assertThat(orders.vpcConfig().securityGroupIds()).containsExactly("sg-1");
    assertThat(orders.vpcConfig().vpcId()).startsWith("vpc-").hasSize(21);
    assertThat(orders.fileSystemConfigs()).hasSize(1);
    assertThat(orders.deadLetterConfig().targetArn()).endsWith(":dead");
    assertThat(orders.tracingConfig().modeAsString()).isEqualTo("Active");
    assertThat(orders.ephemeralStorage().size()).isEqualTo(1024);
    assertThat(orders.loggingConfig().logGroup()).isEqualTo("/shop/orders");
    assertThat(orders.loggingConfig().systemLogLevelAsString()).isEqualTo("INFO");
    assertThat(lambda.getFunction(r -> r.functionName("orders")).tags())
        .containsExactly(Map.entry("team", "shop"));
  }

  @Test
  void anUpdateChangesOnlyWhatItNames() {
    lambda.createFunction(orders().memorySize(512).timeout(30).build());

    lambda.updateFunctionConfiguration(r -> r.functionName("orders").memorySize(256));

    assertThat(configuration().memorySize()).isEqualTo(256);
    assertThat(configuration().timeout()).isEqualTo(30);
  }

  @Test
  void emptyValuesClear() {
    lambda.createFunction(
        orders()
            .environment(e -> e.variables(Map.of("STAGE", "dev")))
            .layers("arn:aws:lambda:eu-central-1:123456789012:layer:log:3")
            .vpcConfig(v -> v.subnetIds("subnet-1").securityGroupIds("sg-1"))
            .deadLetterConfig(d -> d.targetArn("arn:aws:sqs:eu-central-1:123456789012:dead"))
            .kmsKeyArn("arn:aws:kms:eu-central-1:123456789012:key/1")
            .loggingConfig(l -> l.logFormat("JSON"))
            .build());

    lambda.updateFunctionConfiguration(
        r ->
            r.functionName("orders")
                .environment(e -> e.variables(Map.of()))
                .layers(List.of())
                .vpcConfig(v -> v.subnetIds(List.of()).securityGroupIds(List.of()))
                .deadLetterConfig(d -> d.targetArn(""))
                .kmsKeyArn("")
                .loggingConfig(l -> l.logFormat("Text")));

    FunctionConfiguration orders = configuration();
    assertThat(orders.environment()).isNull();
    assertThat(orders.hasLayers()).isFalse();
    assertThat(orders.vpcConfig().subnetIds()).isEmpty();
    assertThat(orders.vpcConfig().vpcId()).isEmpty();
    assertThat(orders.deadLetterConfig()).isNull();
    assertThat(orders.kmsKeyArn()).isNull();
    assertThat(orders.loggingConfig().systemLogLevelAsString()).isNull();
  }

  @Test
  void aNameIsTakenOnlyOnce() {
    lambda.createFunction(orders().build());

    assertThatThrownBy(() -> lambda.createFunction(orders().build()))
        .isInstanceOfSatisfying(
            ResourceConflictException.class,
            e -> {
              assertThat(e.statusCode()).isEqualTo(409);
              assertThat(e.awsErrorDetails().errorCode()).isEqualTo("ResourceConflictException");
              assertThat(e.awsErrorDetails().errorMessage())
                  .isEqualTo("Function already exist: orders");
              assertThat(e.awsErrorDetails().serviceName()).isEqualTo("Lambda");
              assertThat(e.requestId()).hasSize(36);
            });
  }

  @Test
  void aMissingFunctionIsNotFoundByAnyCall() {
    List<Runnable> calls =
        List.of(
            () -> lambda.getFunction(r -> r.functionName("orders")),
            () -> lambda.getFunctionConfiguration(r -> r.functionName("orders")),
            () -> lambda.updateFunctionConfiguration(r -> r.functionName("orders")),
            () -> lambda.updateFunctionCode(r -> r.functionName("orders").imageUri("x")),
            () -> lambda.deleteFunction(r -> r.functionName("orders")),
            () -> lambda.publishVersion(r -> r.functionName("orders")),
            () -> lambda.listVersionsByFunction(r -> r.functionName("orders")),
            () -> lambda.listTags(r -> r.resource(Accounts.ARN)),
            () -> lambda.getFunctionConcurrency(r -> r.functionName("orders")));

    assertThat(calls)
        .allSatisfy(
            call ->
                assertThatThrownBy(call::run)
                    .isInstanceOfSatisfying(
                        ResourceNotFoundException.class,
                        e -> {
                          assertThat(e.statusCode()).isEqualTo(404);
                          assertThat(e.awsErrorDetails().errorMessage())
                              .isEqualTo("Function not found: " + Accounts.ARN);
                        }));
  }

  @Test
  void aDeletedFunctionIsGone() {
    lambda.createFunction(orders().build());

    lambda.deleteFunction(r -> r.functionName("orders"));

    assertThatThrownBy(() -> lambda.getFunction(r -> r.functionName("orders")))
        .isInstanceOf(ResourceNotFoundException.class);
    assertThat(lambda.listFunctions().functions()).isEmpty();
    assertThat(Accounts.open(folder).isEmpty()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "orders",
        "function:orders",
        "123456789012:function:orders",
        "arn:aws:lambda:eu-central-1:123456789012:function:orders"
      })
  void aFunctionIsFoundByNameAndArnAndPartialArn(String name) {
    lambda.createFunction(orders().build());

    assertThat(lambda.getFunctionConfiguration(r -> r.functionName(name)).functionName())
        .isEqualTo("orders");
  }

  @Test
  void functionsOfOtherRegionsAndAccountsAreOutOfReach() {
    assertThatThrownBy(
            () ->
                lambda.getFunction(
                    r -> r.functionName("arn:aws:lambda:us-east-1:123456789012:function:orders")))
        .isInstanceOf(ResourceNotFoundException.class)
        .hasMessageContaining(
            "Functions from 'us-east-1' are not reachable in this region ('eu-central-1')");
    assertThatThrownBy(
            () ->
                lambda.getFunction(
                    r ->
                        r.functionName("arn:aws:lambda:eu-central-1:210987654321:function:orders")))
        .isInstanceOfSatisfying(
            LambdaException.class,
            e -> assertThat(e.awsErrorDetails().errorCode()).isEqualTo("AccessDeniedException"));
  }

  @Test
  void aQualifierMustNotContradictTheName() {
    lambda.createFunction(orders().build());

    assertThatThrownBy(
            () -> lambda.getFunction(r -> r.functionName("orders:1").qualifier("$LATEST")))
        .isInstanceOf(InvalidParameterValueException.class)
        .hasMessageContaining("does not match the specified qualifier");
  }

  @Test
  void aStaleRevisionIdIsRefused() {
    String first = lambda.createFunction(orders().build()).revisionId();
    lambda.updateFunctionConfiguration(r -> r.functionName("orders").timeout(5).revisionId(first));

    assertThatThrownBy(
            () ->
                lambda.updateFunctionConfiguration(
                    r -> r.functionName("orders").timeout(6).revisionId(first)))
        .isInstanceOf(PreconditionFailedException.class);
    assertThat(configuration().timeout()).isEqualTo(5);
  }

  @Test
  void functionsAreListedInPagesSortedByName() {
    for (int i = 0; i < 120; i++) {
      lambda.createFunction(orders().functionName("f" + (1000 + i)).build());
    }

    List<String> names = new ArrayList<>();
    lambda.listFunctionsPaginator().functions().forEach(f -> names.add(f.functionName()));

    assertThat(names).hasSize(120).isSorted().doesNotHaveDuplicates();
    assertThat(lambda.listFunctions(r -> r.maxItems(10_000)).functions()).hasSize(50);
    assertThat(lambda.listFunctions().functions()).allSatisfy(f -> assertThat(f.state()).isNull());
  }

  @Test
  void arnsFollowTheRegionsPartition(@TempDir Path other) {
    LambdaClient china = LocalAccount.open(other, LocalAccountOptions.of("cn-north-1")).lambda();

    var created =
        china.createFunction(orders().role("arn:aws-cn:iam::123456789012:role/orders").build());

    assertThat(created.functionArn())
        .isEqualTo("arn:aws-cn:lambda:cn-north-1:123456789012:function:orders");
  }

  private FunctionConfiguration configuration() {
    return lambda.getFunction(r -> r.functionName("orders")).configuration();
  }
}
