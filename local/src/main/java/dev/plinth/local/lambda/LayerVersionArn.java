/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.local.lambda;

import java.util.Optional;

/**
 * The ARN of a layer version, {@code arn:aws:lambda:REGION:ACCOUNT:layer:NAME:NUMBER}, or of a
 * layer of AWS's own, {@code arn:aws:lambda:::awslayer:NAME}, which is in no region.
 *
 * @param layer the ARN without the number
 */
record LayerVersionArn(String layer, Optional<String> region, Optional<String> accountId) {
  private static final int REGION = 3;
  private static final int ACCOUNT = 4;
  private static final int NUMBER = 7;

  /** Takes an ARN apart that matches {@link LambdaPatterns#LAYER_VERSION}. */
  static LayerVersionArn of(String arn) {
    String[] parts = arn.split(":", -1);
    if (parts.length <= NUMBER) {
      return new LayerVersionArn(arn, Optional.empty(), Optional.empty());
    }
    String layer = arn.substring(0, arn.lastIndexOf(':'));
    return new LayerVersionArn(layer, Optional.of(parts[REGION]), Optional.of(parts[ACCOUNT]));
  }
}
