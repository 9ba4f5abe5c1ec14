/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.client;

import java.util.Optional;
import software.amazon.awssdk.awscore.AwsResponse;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkServiceException;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttribute;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.interceptor.SdkExecutionAttribute;

/** Tells a {@link CallWatch} of the calls of a client, from when their turn has come. */
final class WatchInterceptor implements ExecutionInterceptor {
  private static final ExecutionAttribute<CallWatch.Call> CALL =
      new ExecutionAttribute<>("dev.plinth.call");

  private final CallWatch watch;
  private final String region;

  WatchInterceptor(CallWatch watch, String region) {
    this.watch = watch;
    this.region = region;
  }

  @Override
  public void beforeExecution(Context.BeforeExecution context, ExecutionAttributes attributes) {
    attributes.putAttribute(
        CALL,
        watch.begin(
            String.valueOf(attributes.getAttribute(SdkExecutionAttribute.SERVICE_NAME)),
            String.valueOf(attributes.getAttribute(SdkExecutionAttribute.OPERATION_NAME)),
            region));
  }

  @Override
  public void afterExecution(Context.AfterExecution context, ExecutionAttributes attributes) {
    Optional<String> requestId =
        context.response() instanceof AwsResponse response
            ? Optional.ofNullable(response.responseMetadata()).map(data -> data.requestId())
            : Optional.empty();
    end(
        attributes,
        new CallOutcome(
            Optional.of(context.httpResponse().statusCode()), requestId, Optional.empty()));
  }

  @Override
  public void onExecutionFailure(Context.FailedExecution context, ExecutionAttributes attributes) {
    Throwable failure = context.exception();
    if (failure instanceof SdkServiceException refusal) {
      end(
          attributes,
          new CallOutcome(
              Optional.of(refusal.statusCode()),
              Optional.ofNullable(refusal.requestId()),
              Optional.of(code(refusal))));
    } else {
      end(
          attributes,
          new CallOutcome(
              Optional.empty(), Optional.empty(), Optional.of(failure.getClass().getSimpleName())));
    }
  }

  private static String code(SdkServiceException refusal) {
    Optional<AwsErrorDetails> details =
        refusal instanceof AwsServiceException aws
            ? Optional.ofNullable(aws.awsErrorDetails())
            : Optional.empty();
    return details
        .map(AwsErrorDetails::errorCode)
        .orElseGet(() -> refusal.getClass().getSimpleName());
  }

  /** Once, however often the SDK tells of the end. */
  private static void end(ExecutionAttributes attributes, CallOutcome outcome) {
    CallWatch.Call call = attributes.getAttribute(CALL);
    if (call != null) {
      attributes.putAttribute(CALL, null);
      call.end(outcome);
    }
  }
}
