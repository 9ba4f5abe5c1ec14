/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.local.iam;

import software.amazon.awssdk.services.iam.IamClient;

/**
 * A group of IAM's operations; each leads to the part which does the work. An operation that no
 * group has throws {@link UnsupportedOperationException}, as the SDK's interface has it.
 */
interface IamApi extends IamClient {
  IamParts parts();
}
