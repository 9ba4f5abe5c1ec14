/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.local.lambda;

import software.amazon.awssdk.services.lambda.LambdaClient;

/**
 * A group of Lambda's operations; each is a line that leads to the part which does the work. An
 * operation that no group has throws {@link UnsupportedOperationException}, as the SDK's interface
 * has it.
 */
interface LambdaApi extends LambdaClient {
  LambdaParts parts();
}
