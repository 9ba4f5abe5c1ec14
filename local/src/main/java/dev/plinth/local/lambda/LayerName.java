/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.local.lambda;

import dev.plinth.local.account.AccountContext;
import dev.plinth.local.account.Constraints;
import org.jspecify.annotations.Nullable;

/** What a request's {@code LayerName} says: a name or the ARN of a layer. */
record LayerName(String name) {
  private static final int LONGEST = 140;

  static LayerName of(AccountContext account, @Nullable String text) {
    LambdaFault.throwIfAny(
        new Constraints()
            .required(text, "layerName")
            .length(text, "layerName", 1, LONGEST)
            .pattern(text, "layerName", LambdaPatterns.LAYER));
    String given = String.valueOf(text);
    if (!given.startsWith("arn:")) {
      return new LayerName(given);
    }
    String prefix = account.arn("lambda", "layer:");
    if (!given.startsWith(prefix)) {
      throw LambdaFault.accessDenied("Layers of other accounts and regions are not accessible.");
    }
    return new LayerName(given.substring(prefix.length()));
  }

  String arn(AccountContext account) {
    return account.arn("lambda", "layer:" + name);
  }

  String versionArn(AccountContext account, long version) {
    return arn(account) + ":" + version;
  }
}
