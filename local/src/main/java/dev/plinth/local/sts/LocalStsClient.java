/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.local.sts;

import dev.plinth.local.account.AccountContext;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.model.GetCallerIdentityRequest;
import software.amazon.awssdk.services.sts.model.GetCallerIdentityResponse;

/** STS as the local account has it: one user, who may do everything. */
public final class LocalStsClient implements StsClient {
  private static final String USER = "local";
  private static final String USER_ID = "AIDALOCALACCOUNTUSER0";

  private final AccountContext account;

  public LocalStsClient(AccountContext account) {
    this.account = account;
  }

  @Override
  public GetCallerIdentityResponse getCallerIdentity(GetCallerIdentityRequest request) {
    return GetCallerIdentityResponse.builder()
        .account(account.accountId())
        .arn("arn:" + account.partition().id() + ":iam::" + account.accountId() + ":user/" + USER)
        .userId(USER_ID)
        .build();
  }

  @Override
  public String serviceName() {
    return SERVICE_NAME;
  }

  /** Does nothing: there is nothing to release. */
  @Override
  public void close() {}
}
