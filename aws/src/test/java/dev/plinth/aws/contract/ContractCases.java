/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.contract;

import dev.plinth.aws.testing.Surroundings;
import java.util.Set;

/** A case for every resource type of the provider. */
enum ContractCases {
  FUNCTION_FROM_S3,
  FUNCTION_FROM_AN_IMAGE,
  LOG_GROUP;

  /** The case in an account. */
  ContractCase in(Surroundings there) {
    return switch (this) {
      case FUNCTION_FROM_S3 -> FunctionCase.zip(there);
      case FUNCTION_FROM_AN_IMAGE -> FunctionCase.image(there);
      case LOG_GROUP -> LogGroupCase.standard(there);
    };
  }

  String type() {
    return in(Surroundings.ASSUMED).type();
  }

  /** The names of the changes, which are the same in every account. */
  Set<String> changes() {
    return in(Surroundings.ASSUMED).changes().keySet();
  }
}
