/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.contract;

import java.util.Locale;
import java.util.Optional;
import software.amazon.awssdk.awscore.AwsRequest;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.traits.DefaultValueTrait;

/** The idempotency tokens of requests. */
final class Tokens {
  private Tokens() {}

  /**
   * The name of the field for the token, for a request that takes one. The SDK would fill it in
   * anew for every attempt.
   */
  static Optional<String> field(AwsRequest request) {
    return ((SdkPojo) request)
        .sdkFields().stream()
            .filter(field -> field.getTrait(DefaultValueTrait.class) != null)
            .map(SdkField::memberName)
            .findFirst();
  }

  /** The token that the provider gave. */
  static Optional<String> given(AwsRequest request) {
    return field(request).flatMap(name -> request.getValueForField(name, String.class));
  }

  /** The client's method that the request is for. */
  static String method(AwsRequest request) {
    String name = request.getClass().getSimpleName();
    return name.substring(0, 1).toLowerCase(Locale.ROOT)
        + name.substring(1, name.length() - "Request".length());
  }
}
