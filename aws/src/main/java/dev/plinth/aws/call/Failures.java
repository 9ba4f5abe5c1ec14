/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.call;

import dev.plinth.aws.call.AwsFailure.Nature;
import dev.plinth.engine.provider.ProviderException;
import java.io.IOException;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.ApiCallAttemptTimeoutException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkException;

/** Turns the SDK's exceptions into ours: what failed, on what, what AWS said, what to do. */
final class Failures {
  private Failures() {}

  /**
   * Tells of a failed call.
   *
   * @param action the API call, such as {@code CreateFunction}
   * @param resource what it was for, such as {@code Lambda function "orders"}
   */
  static ProviderException of(
      String action, String resource, SdkException failure, Redaction redaction) {
    if (failure instanceof AbortedException) {
      return new ProviderException(
          action + " of " + resource + " was interrupted.", "Run again to go on.", failure);
    }
    return failure instanceof AwsServiceException answered
        ? refusal(action, resource, answered, redaction)
        : unanswered(action, resource, failure, redaction);
  }

  private static AwsFailure refusal(
      String action, String resource, AwsServiceException failure, Redaction redaction) {
    AwsErrorDetails details = failure.awsErrorDetails();
    String code =
        details == null || details.errorCode() == null
            ? failure.getClass().getSimpleName()
            : details.errorCode();
    String said = redaction.clean(words(failure, details));
    String message =
        action
            + " of "
            + resource
            + " failed: "
            + code
            + ": "
            + said
            + " (HTTP "
            + failure.statusCode()
            + (failure.requestId() == null ? "" : ", request id " + failure.requestId())
            + ")";
    Nature nature = isCutOff(action, details) ? Nature.UNCERTAIN : nature(failure);
    int status = failure.statusCode();
    Optional<KnownRefusal> known = Remedies.find(code, said);
    return new AwsFailure(
        message,
        known.map(KnownRefusal::remedy).orElse(null),
        null,
        known.flatMap(KnownRefusal::property).orElse(null),
        code,
        said,
        status,
        nature);
  }

  private static Nature nature(AwsServiceException failure) {
    if (failure.isThrottlingException()) {
      return Nature.THROTTLED;
    }
    if (failure.isClockSkewException()) {
      return Nature.CLOCK_SKEW;
    }
    return failure.statusCode() >= 500 ? Nature.UNCERTAIN : Nature.REFUSED;
  }

  /**
   * Whether a refusal broke off before it said what it is, so that nobody knows what AWS refuses.
   * The answer to a HEAD says how long a body it does not have would be.
   */
  private static boolean isCutOff(String action, @Nullable AwsErrorDetails details) {
    if (details == null
        || details.errorCode() != null
        || details.sdkHttpResponse() == null
        || action.startsWith("Head")) {
      return false;
    }
    int arrived =
        details.rawResponse() == null ? 0 : details.rawResponse().asByteArrayUnsafe().length;
    return details
        .sdkHttpResponse()
        .firstMatchingHeader("Content-Length")
        .filter(announced -> Long.parseLong(announced) > arrived)
        .isPresent();
  }

  private static AwsFailure unanswered(
      String action, String resource, SdkException failure, Redaction redaction) {
    String said = redaction.clean(String.valueOf(failure.getMessage()));
    String message = action + " of " + resource + " got no answer from AWS: " + said;
    Nature nature = wasSent(failure) ? Nature.UNCERTAIN : Nature.REFUSED;
    return new AwsFailure(message, Remedies.ofNoAnswer(said), null, null, "", said, 0, nature);
  }

  private static String words(AwsServiceException failure, @Nullable AwsErrorDetails details) {
    String message = details == null ? null : details.errorMessage();
    return message == null ? String.valueOf(failure.getMessage()) : message;
  }

  /** An answer in XML that breaks off is told by the parser, which keeps the reason to itself. */
  private static boolean wasSent(SdkException failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof IOException
          || cause instanceof XMLStreamException
          || cause instanceof ApiCallTimeoutException
          || cause instanceof ApiCallAttemptTimeoutException) {
        return true;
      }
    }
    return false;
  }
}
