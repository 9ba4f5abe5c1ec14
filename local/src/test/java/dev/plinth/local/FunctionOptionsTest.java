/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.local;

import static dev.plinth.local.Accounts.orders;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plinth.local.store.LocalAccountException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.InvalidParameterValueException;
import software.amazon.awssdk.services.lambda.model.LambdaException;

/** What is set on a function by calls of its own: concurrency, tags, signing and so on. */
final class FunctionOptionsTest {
  private static final String SIGNING =
      "arn:aws:lambda:eu-central-1:123456789012:code-signing-config:csc-0123456789abcdefg";

  @TempDir Path folder;
  private LambdaClient lambda;

  @BeforeEach
  void open() {
    lambda = Accounts.open(folder).lambda();
    lambda.createFunction(orders().build());
  }

  @Test
  void reservedConcurrencyHasThreeMeanings() {
    assertThat(reserved()).isNull();
    assertThat(lambda.getFunction(r -> r.functionName("orders")).concurrency()).isNull();

    reserve("orders", 0);
    assertThat(reserved()).isZero();
    reserve("orders", 25);
    assertThat(lambda.getFunction(r -> r.functionName("orders")).concurrency())
        .satisfies(c -> assertThat(c.reservedConcurrentExecutions()).isEqualTo(25));

    lambda.deleteFunctionConcurrency(r -> r.functionName("orders"));
    assertThat(reserved()).isNull();
  }

  @Test
  void oneHundredExecutionsStayUnreserved() {
    lambda.createFunction(orders().functionName("bills").build());
    reserve("orders", 600);
    reserve("bills", 300);

    assertThatThrownBy(() -> reserve("bills", 301))
        .isInstanceOf(InvalidParameterValueException.class)
        .hasMessageContaining("below its minimum value of [100]");
    assertThat(unreserved()).isEqualTo(100);
    lambda.deleteFunction(r -> r.functionName("orders"));
    assertThat(unreserved()).isEqualTo(700);
    reserve("bills", 900);
    assertThat(unreserved()).isEqualTo(100);
  }

  @Test
  void anotherOpeningOfTheAccountKnowsTheReservations() {
    reserve("orders", 600);

    try (LocalAccount other = Accounts.open(folder)) {
      assertThat(other.lambda().getAccountSettings().accountLimit())
          .satisfies(l -> assertThat(l.unreservedConcurrentExecutions()).isEqualTo(400));
    }
  }

  @Test
  void concurrencyIsNotNegative() {
    assertThatThrownBy(() -> reserve("orders", -1))
        .isInstanceOfSatisfying(
            LambdaException.class,
            e -> assertThat(e.awsErrorDetails().errorCode()).isEqualTo("ValidationException"));
  }

  @Test
  void tagsAreAddedReplacedAndRemoved() {
    lambda.tagResource(r -> r.resource(Accounts.ARN).tags(Map.of("a", "1", "b", "1")));
    lambda.tagResource(r -> r.resource(Accounts.ARN).tags(Map.of("b", "2")));
    lambda.untagResource(r -> r.resource(Accounts.ARN).tagKeys("a", "never"));

    assertThat(lambda.listTags(r -> r.resource(Accounts.ARN)).tags())
        .containsExactly(Map.entry("b", "2"));
  }

  @Test
  void tagsBelongToTheFunctionAndNotToAVersion() {
    assertThatThrownBy(
            () -> lambda.tagResource(r -> r.resource(Accounts.ARN + ":1").tags(Map.of("a", "1"))))
        .isInstanceOf(InvalidParameterValueException.class)
        .hasMessageContaining("Please specify a function ARN");
    assertThatThrownBy(() -> lambda.listTags(r -> r.resource("orders")))
        .isInstanceOf(LambdaException.class)
        .hasMessageContaining("Value 'orders' at 'resource'");
  }

  @Test
  void taggingIsNoChangeOfTheConfiguration() {
    String before = lambda.getFunctionConfiguration(r -> r.functionName("orders")).revisionId();

    lambda.tagResource(r -> r.resource(Accounts.ARN).tags(Map.of("a", "1")));

    assertThat(lambda.getFunctionConfiguration(r -> r.functionName("orders")).revisionId())
        .isEqualTo(before);
  }

  @Test
  void codeSigningCanBeSetAndTakenAway() {
    lambda.putFunctionCodeSigningConfig(
        r -> r.functionName("orders").codeSigningConfigArn(SIGNING));
    assertThat(signing()).isEqualTo(SIGNING);

    lambda.deleteFunctionCodeSigningConfig(r -> r.functionName("orders"));
    assertThat(signing()).isNull();
  }

  @Test
  void recursiveLoopsAreTerminatedUnlessAllowed() {
    assertThat(
            lambda
                .getFunctionRecursionConfig(r -> r.functionName("orders"))
                .recursiveLoopAsString())
        .isEqualTo("Terminate");

    lambda.putFunctionRecursionConfig(r -> r.functionName("orders").recursiveLoop("Allow"));

    assertThat(
            lambda
                .getFunctionRecursionConfig(r -> r.functionName("orders"))
                .recursiveLoopAsString())
        .isEqualTo("Allow");
  }

  @Test
  void theRuntimeIsUpdatedAutomaticallyUnlessPinned() {
    String version = "arn:aws:lambda:eu-central-1::runtime:0123";
    assertThat(runtimeUpdates()).isEqualTo("Auto");

    lambda.putRuntimeManagementConfig(
        r -> r.functionName("orders").updateRuntimeOn("Manual").runtimeVersionArn(version));

    assertThat(runtimeUpdates()).isEqualTo("Manual");
    assertThatThrownBy(
            () ->
                lambda.putRuntimeManagementConfig(
                    r -> r.functionName("orders").updateRuntimeOn("Manual")))
        .hasMessageContaining("RuntimeVersionArn is required");
  }

  @Test
  void whatIsNotImplementedSaysSo() {
    assertThatThrownBy(
            () ->
                lambda.publishVersion(r -> r.functionName("orders").publishTo("LATEST_PUBLISHED")))
        .isInstanceOf(LocalAccountException.class)
        .hasMessageContaining("PublishTo (managed instances) is not implemented");
    assertThatThrownBy(() -> lambda.listLayers()).isInstanceOf(UnsupportedOperationException.class);
  }

  private void reserve(String name, int executions) {
    lambda.putFunctionConcurrency(
        r -> r.functionName(name).reservedConcurrentExecutions(executions));
  }

  private Integer reserved() {
    return lambda
        .getFunctionConcurrency(r -> r.functionName("orders"))
        .reservedConcurrentExecutions();
  }

  private int unreserved() {
    return lambda.getAccountSettings().accountLimit().unreservedConcurrentExecutions();
  }

  private String signing() {
    return lambda
        .getFunctionCodeSigningConfig(r -> r.functionName("orders"))
        .codeSigningConfigArn();
  }

  private String runtimeUpdates() {
    return lambda
        .getRuntimeManagementConfig(r -> r.functionName("orders"))
        .updateRuntimeOnAsString();
  }
}
