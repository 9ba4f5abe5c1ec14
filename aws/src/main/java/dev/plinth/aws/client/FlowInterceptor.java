/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.client;

import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.SdkServiceException;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttribute;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.interceptor.SdkExecutionAttribute;

/** Leads the calls of one client through its service's flow. The client makes no retries. */
final class FlowInterceptor implements ExecutionInterceptor {
  private static final ExecutionAttribute<Boolean> ENTERED =
      new ExecutionAttribute<>("dev.plinth.entered");

  private final ServiceFlow flow;

  FlowInterceptor(ServiceFlow flow) {
    this.flow = flow;
  }

  @Override
  public void beforeExecution(Context.BeforeExecution context, ExecutionAttributes attributes) {
    try {
      flow.enter(String.valueOf(attributes.getAttribute(SdkExecutionAttribute.OPERATION_NAME)));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw AbortedException.create("Waiting for the call's turn was interrupted.", e);
    }
    attributes.putAttribute(ENTERED, true);
  }

  @Override
  public void afterExecution(Context.AfterExecution context, ExecutionAttributes attributes) {
    leave(attributes);
  }

  @Override
  public void onExecutionFailure(Context.FailedExecution context, ExecutionAttributes attributes) {
    if (context.exception() instanceof SdkServiceException refusal
        && refusal.isThrottlingException()) {
      flow.throttled();
    }
    leave(attributes);
  }

  /** Once, however often the SDK tells of the end. */
  private void leave(ExecutionAttributes attributes) {
    if (Boolean.TRUE.equals(attributes.getAttribute(ENTERED))) {
      attributes.putAttribute(ENTERED, false);
      flow.leave();
    }
  }
}
