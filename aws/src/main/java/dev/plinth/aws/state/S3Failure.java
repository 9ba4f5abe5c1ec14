/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.state;

import dev.plinth.engine.state.StateException;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.ApiCallAttemptTimeoutException;
import software.amazon.awssdk.core.exception.SdkException;

/** What a failed request means: whether it may pass, and what the user can do about it. */
final class S3Failure {
  private static final int REQUEST_TIMEOUT = 408;
  private static final int CONFLICT = 409;
  private static final int TOO_MANY = 429;
  private static final int NOT_IMPLEMENTED = 501;

  private S3Failure() {}

  /** Whether the same request may be answered otherwise a little later. */
  static boolean mayPass(SdkException failure) {
    if (!(failure instanceof AwsServiceException refused)) {
      return !isWithoutCredentials(failure);
    }
    int status = refused.statusCode();
    return (status >= 500 && status != NOT_IMPLEMENTED)
        || status == CONFLICT
        || status == TOO_MANY
        || status == REQUEST_TIMEOUT
        || refused.isThrottlingException()
        || code(refused).equals("RequestTimeout");
  }

  static StateException of(String doing, String place, S3Url url, SdkException failure) {
    String said =
        failure instanceof AwsServiceException refused
            ? "the answer was " + refused.statusCode() + " " + code(refused) + words(refused)
            : unanswered(failure);
    return new StateException(
        "cannot " + doing + " " + place + ": " + said, remedy(url, failure), failure);
  }

  private static String unanswered(SdkException failure) {
    if (failure instanceof ApiCallAttemptTimeoutException) {
      return "there was no answer in time";
    }
    Throwable cause = failure;
    while (cause.getCause() != null && !isWithoutCredentials(failure)) {
      cause = cause.getCause();
    }
    String message = cause.getMessage();
    return message == null ? cause.getClass().getSimpleName() : message;
  }

  private static String remedy(S3Url url, SdkException failure) {
    if (!(failure instanceof AwsServiceException refused)) {
      return isWithoutCredentials(failure)
          ? "set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or AWS_PROFILE, or profile=NAME in the"
              + " URL"
          : "see to the way to "
              + url.endpoint().map(Object::toString).orElse("S3")
              + " and run the command again; what was written before is intact";
    }
    return switch (code(refused)) {
      case "NoSuchBucket" -> "make the bucket " + url.bucket() + ", or name another one";
      case "AccessDenied", "AllAccessDisabled" ->
          "allow these credentials s3:ListBucket on the bucket "
              + url.bucket()
              + ", and s3:GetObject, s3:PutObject and s3:DeleteObject on what is in it";
      case "InvalidAccessKeyId", "SignatureDoesNotMatch", "ExpiredToken", "InvalidToken" ->
          "mend the credentials in use";
      case "PermanentRedirect",
          "AuthorizationHeaderMalformed",
          "IllegalLocationConstraintException" ->
          "name the region that the bucket is in, with region=REGION in the URL";
      case "NotImplemented" -> "use a store that honours conditional writes, as S3 does";
      default -> "run the command again; what was written before is intact";
    };
  }

  /** The SDK has no class of its own for this. */
  private static boolean isWithoutCredentials(SdkException failure) {
    return String.valueOf(failure.getMessage()).startsWith("Unable to load credentials");
  }

  static String code(AwsServiceException refused) {
    AwsErrorDetails details = refused.awsErrorDetails();
    String code = details == null ? null : details.errorCode();
    return code == null ? "" : code;
  }

  private static String words(AwsServiceException refused) {
    AwsErrorDetails details = refused.awsErrorDetails();
    String words = details == null ? null : details.errorMessage();
    return words == null ? "" : ": " + words;
  }
}
