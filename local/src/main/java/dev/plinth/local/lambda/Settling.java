/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.local.lambda;

import software.amazon.awssdk.services.lambda.model.FunctionConfiguration;
import software.amazon.awssdk.services.lambda.model.LastUpdateStatus;
import software.amazon.awssdk.services.lambda.model.LastUpdateStatusReasonCode;
import software.amazon.awssdk.services.lambda.model.State;
import software.amazon.awssdk.services.lambda.model.StateReasonCode;

/**
 * What is going on with a function and when it will be done. The state that a caller sees follows
 * from this and the clock, so that no one has to write it down when it changes.
 *
 * @param at milliseconds since the epoch
 */
record Settling(Kind kind, long at) {
  enum Kind {
    /** {@code Pending}, then {@code Active}. */
    CREATING,
    /** {@code Active}, {@code InProgress}, then {@code Successful}. */
    UPDATING
  }

  private static final String REASON = "The function is being created.";

  boolean isOver(long now) {
    return now >= at;
  }

  /** Adds the states to a configuration as a reader sees it at {@code now}. */
  FunctionConfiguration.Builder show(FunctionConfiguration.Builder builder, long now) {
    if (isOver(now)) {
      return builder.state(State.ACTIVE).lastUpdateStatus(LastUpdateStatus.SUCCESSFUL);
    }
    return showUnsettled(builder);
  }

  /** Adds the states as the answer to the call that began the change has them. */
  FunctionConfiguration.Builder showUnsettled(FunctionConfiguration.Builder builder) {
    if (kind == Kind.CREATING) {
      return builder
          .state(State.PENDING)
          .stateReason(REASON)
          .stateReasonCode(StateReasonCode.CREATING);
    }
    // AWS really gives the reason for a creation with an update, too.
    return builder
        .state(State.ACTIVE)
        .lastUpdateStatus(LastUpdateStatus.IN_PROGRESS)
        .lastUpdateStatusReason(REASON)
        .lastUpdateStatusReasonCode(LastUpdateStatusReasonCode.fromValue("Creating"));
  }
}
