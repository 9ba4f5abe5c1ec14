/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.config;

import dev.plinth.aws.schema.Constraint;
import dev.plinth.aws.schema.Findings;
import dev.plinth.engine.value.PropertyMap;

/** Demands on several configuration keys at once. */
final class ConfigConstraints {
  private ConfigConstraints() {}

  /** Account ids can be compared only with one that may be asked for. */
  record AccountMustBeKnown() implements Constraint {
    @Override
    public void check(PropertyMap inputs, String path, Findings findings) {
      boolean guarded = inputs.has("allowedAccountIds") || inputs.has("forbiddenAccountIds");
      if (guarded && inputs.bool("skipRequestingAccountId").orElse(false)) {
        findings.add(
            "skipRequestingAccountId",
            "allowedAccountIds and forbiddenAccountIds need the account's id. Take"
                + " skipRequestingAccountId out.");
      }
    }
  }

  /** The HTTP client goes through one proxy. */
  record OneProxy() implements Constraint {
    @Override
    public void check(PropertyMap inputs, String path, Findings findings) {
      boolean both = inputs.isKnown("httpProxy") && inputs.isKnown("httpsProxy");
      if (both && !inputs.text("httpProxy").equals(inputs.text("httpsProxy"))) {
        findings.add(
            "httpProxy",
            "It differs from httpsProxy, and calls go through one proxy: keep httpsProxy.");
      }
    }
  }
}
