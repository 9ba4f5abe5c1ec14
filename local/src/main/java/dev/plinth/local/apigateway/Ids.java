/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.local.apigateway;

import dev.plinth.local.account.RequestId;
import dev.plinth.local.store.Sha256;

/** Ids in the shape of API Gateway's. */
final class Ids {
  private Ids() {}

  static String next(int length) {
    return Sha256.hex(Sha256.of(RequestId.next())).substring(0, length);
  }
}
