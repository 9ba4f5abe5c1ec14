/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.local.lambda;

import dev.plinth.local.store.LocalAccountException;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.lambda.model.CreateFunctionRequest;
import software.amazon.awssdk.services.lambda.model.UpdateFunctionConfigurationRequest;

/**
 * Says of the settings that the local account does not know that it does not, rather than drop
 * them.
 */
final class NotImplemented {
  private NotImplemented() {}

  static void check(CreateFunctionRequest request) {
    check("CapacityProviderConfig", request.capacityProviderConfig());
    check("PublishTo", request.publishToAsString());
  }

  static void check(UpdateFunctionConfigurationRequest request) {
    check("CapacityProviderConfig", request.capacityProviderConfig());
  }

  static void check(String member, @Nullable Object value) {
    if (value != null) {
      throw new LocalAccountException(
          "Lambda's " + member + " (managed instances) is not implemented by the local account");
    }
  }
}
