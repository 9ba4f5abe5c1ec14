/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.local.account;

import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/**
 * A service's refusal, before it takes the shape of that service's exception class.
 *
 * @param service the SDK's name of the service, for example {@code Lambda}
 * @param code AWS's error code, for example {@code ResourceNotFoundException}
 * @param status the HTTP status
 */
public record Refusal(String service, String code, int status, String message) {

  /** Fills a builder with what the SDK itself would have read off the response. */
  public <B extends AwsServiceException.Builder> B describe(B builder) {
    AwsErrorDetails details =
        AwsErrorDetails.builder()
            .serviceName(service)
            .errorCode(code)
            .errorMessage(message)
            .build();
    builder.awsErrorDetails(details);
    builder.statusCode(status);
    builder.requestId(RequestId.next());
    builder.message(message);
    return builder;
  }
}
