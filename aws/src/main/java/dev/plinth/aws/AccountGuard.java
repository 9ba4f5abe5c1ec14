/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws;

import dev.plinth.aws.call.Operation;
import dev.plinth.aws.client.AwsClients;
import dev.plinth.aws.config.ProviderConfig;
import dev.plinth.engine.provider.ProviderException;
import software.amazon.awssdk.services.sts.model.GetCallerIdentityRequest;

/**
 * Makes sure, before the first call that reads or writes a resource, that the credentials are those
 * of an account that the configuration allows. STS is asked once, and only where that is needed.
 */
final class AccountGuard {
  private final ProviderConfig config;
  private final AwsClients clients;
  private boolean passed;

  AccountGuard(ProviderConfig config, AwsClients clients) {
    this.config = config;
    this.clients = clients;
    this.passed =
        config.allowedAccountIds().isEmpty()
            && config.forbiddenAccountIds().isEmpty()
            && !config.validateCredentials();
  }

  synchronized void ensureAllowed(Operation operation) {
    if (!passed) {
      GetCallerIdentityRequest request = GetCallerIdentityRequest.builder().build();
      check(
          operation
              .call("GetCallerIdentity", () -> clients.sts().getCallerIdentity(request))
              .account());
      passed = true;
    }
  }

  private void check(String account) {
    boolean allowed =
        config.allowedAccountIds().isEmpty() || config.allowedAccountIds().contains(account);
    if (!allowed || config.forbiddenAccountIds().contains(account)) {
      throw new ProviderException(
          "The credentials are those of account "
              + account
              + ", which the provider's configuration does not allow"
              + (allowed ? "." : ": it allows " + config.allowedAccountIds() + "."),
          "Use credentials of another account, or change allowedAccountIds or forbiddenAccountIds.",
          null);
    }
  }
}
