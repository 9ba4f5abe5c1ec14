/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.call;

import static dev.plinth.aws.testing.AwsErrors.fault;
import static dev.plinth.aws.testing.AwsErrors.refusal;
import static dev.plinth.aws.testing.AwsErrors.throttled;
import static dev.plinth.aws.testing.AwsErrors.timeout;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plinth.aws.schema.Shape;
import dev.plinth.aws.testing.FakeTime;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import java.util.function.Supplier;
import javax.xml.stream.XMLStreamException;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.http.SdkHttpResponse;

/** What is retried, how often, and for how long. */
final class OperationTest {
  private static final int MAX_RETRIES = 3;
  private static final Duration LIMIT = Duration.ofMinutes(10);

  private final FakeTime time = new FakeTime();
  private final Operation operation = operation();
  private int calls;

  @ParameterizedTest
  @ValueSource(strings = {"GetThing", "PutThing", "UpdateThing", "DeleteThing", "TagResource"})
  void sendsAgainWhatMayHaveFailedAndDoesNoHarmTwice(String action) {
    assertThat(operation.call(action, failing(fault(), timeout(), fault()))).isEqualTo("done");
  }

  @ParameterizedTest
  @ValueSource(strings = {"CreateThing", "PublishThing", "AddPermission"})
  void doesNotSendAgainWhatMightMakeASecondOne(String action) {
    assertThatThrownBy(() -> operation.call(action, failing(timeout())))
        .isInstanceOf(AwsFailure.class);
    assertThat(calls).isEqualTo(1);
  }

  /** As the SDK tells it, in XML, of an answer that began well. */
  @Test
  void sendsAReadAgainWhoseAnswerBreaksOff() {
    SdkClientException broken =
        SdkClientException.create(
            "Unable to unmarshall response",
            SdkClientException.create(
                "Could not parse XML response.",
                new XMLStreamException("structures must start and end within the same entity")));

    assertThat(operation.call("GetThing", failing(broken, broken))).isEqualTo("done");
  }

  @Test
  void sendsACallAgainWhoseRefusalBreaksOffBeforeItSaysWhatItIs() {
    String whole = "<ErrorResponse><Error><Code>NoSuchEntity</Code></Error></ErrorResponse>";

    assertThat(operation.call("DeleteThing", failing(refusalOf(whole, whole.length() / 2))))
        .isEqualTo("done");
    assertThatThrownBy(() -> operation.call("DeleteThing", failing(refusalOf("", 0))))
        .isInstanceOf(AwsFailure.class);
  }

  /** A refusal of which so many bytes arrive, and no code can be read. */
  private static RuntimeException refusalOf(String body, int arrived) {
    return AwsServiceException.builder()
        .statusCode(404)
        .awsErrorDetails(
            AwsErrorDetails.builder()
                .sdkHttpResponse(
                    SdkHttpResponse.builder()
                        .statusCode(404)
                        .putHeader("content-length", Integer.toString(body.length()))
                        .build())
                .rawResponse(SdkBytes.fromUtf8String(body.substring(0, arrived)))
                .build())
        .build();
  }

  @Test
  void sendsACallWithATokenAgain() {
    assertThat(operation.repeatable("CreateThing", List.of(), failing(timeout(), fault())))
        .isEqualTo("done");
  }

  @Test
  void sendsAgainAsOftenAsConfiguredAndNoMore() {
    assertThatThrownBy(() -> operation.call("GetThing", failing(Collections.nCopies(20, fault()))))
        .isInstanceOf(AwsFailure.class);

    assertThat(calls).isEqualTo(1 + MAX_RETRIES);
  }

  @Test
  void goesOnThroughThrottlingUntilTimeIsUp() {
    assertThatThrownBy(
            () -> operation.call("CreateThing", failing(Collections.nCopies(500, throttled()))))
        .isInstanceOf(AwsFailure.class);

    assertThat(time.passed()).isBetween(LIMIT.minusMinutes(1), LIMIT);
  }

  @Test
  void waitsLongerFromOneAttemptToTheNext() {
    operation.call("GetThing", failing(throttled(), throttled()));
    Duration two = time.passed();
    operation.call("GetThing", failing(Collections.nCopies(8, throttled())));

    assertThat(time.passed().minus(two)).isGreaterThan(two.multipliedBy(8));
  }

  @RepeatedTest(50)
  void waitsForARefusalThatPassesNoLongerThanItsRuleSays() {
    RetryRule rule = new RetryRule("Deleted", "recently", Duration.ofSeconds(90));

    assertThatThrownBy(
            () ->
                operation.call(
                    "CreateThing",
                    List.of(rule),
                    failing(Collections.nCopies(99, refusal(400, "a.b.Deleted", "recently")))))
        .hasMessageContaining("recently");
    assertThat(time.passed()).isBetween(Duration.ofSeconds(60), Duration.ofSeconds(90));
  }

  @Test
  void doesNotWaitForWhatARuleExcepts() {
    RetryRule rule = new RetryRule("Conflict", "", Duration.ofMinutes(5)).unless("already exists");

    assertThatThrownBy(
            () ->
                operation.call(
                    "AddThing",
                    List.of(rule),
                    failing(refusal(409, "Conflict", "it already exists"))))
        .isInstanceOf(AwsFailure.class);
    assertThat(calls).isEqualTo(1);
  }

  @Test
  void signsOnceMoreWhenTheClockWasWrong() {
    RuntimeException skewed = refusal(403, "RequestTimeTooSkewed", "The clock is wrong");

    assertThat(operation.call("CreateThing", failing(skewed))).isEqualTo("done");
    calls = 0;
    assertThatThrownBy(() -> operation.call("CreateThing", failing(skewed, skewed, skewed)))
        .isInstanceOf(AwsFailure.class);
    assertThat(calls).isEqualTo(2);
  }

  @Test
  void givesEveryAttemptOfACallTheSameTokenAndNoOtherCall() {
    assertThat(operation.token("CreateThing")).isEqualTo(operation.token("CreateThing"));
    assertThat(operation.token("CreateThing")).isNotEqualTo(operation.token("CreateOther"));
    assertThat(operation.token("CreateThing")).isNotEqualTo(operation().token("CreateThing"));
  }

  private Operation operation() {
    return new Operation("thing", LIMIT, MAX_RETRIES, new Redaction(Shape.of()), new Pacing(time));
  }

  private Supplier<String> failing(RuntimeException... failures) {
    return failing(List.of(failures));
  }

  private Supplier<String> failing(List<RuntimeException> failures) {
    Queue<RuntimeException> left = new ArrayDeque<>(failures);
    return () -> {
      calls++;
      RuntimeException failure = left.poll();
      if (failure != null) {
        throw failure;
      }
      return "done";
    };
  }
}
