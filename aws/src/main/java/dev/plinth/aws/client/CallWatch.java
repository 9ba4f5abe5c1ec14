/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.client;

/** Is told of each call that goes to AWS. */
@FunctionalInterface
public interface CallWatch {
  /** Looks away. */
  CallWatch NONE = (service, action, region) -> outcome -> {};

  /**
   * A call begins, on the thread of the step that needs it.
   *
   * @param service the SDK's name of the service, such as {@code Lambda}
   * @param action the API call's name
   */
  Call begin(String service, String action, String region);

  /** A call that is on its way. */
  @FunctionalInterface
  interface Call {
    /** It has ended, in an answer or without one. */
    void end(CallOutcome outcome);
  }
}
