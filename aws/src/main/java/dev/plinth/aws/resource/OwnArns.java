/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.resource;

import dev.plinth.aws.call.Operation;
import dev.plinth.aws.client.AwsClients;
import dev.plinth.aws.client.RegionFacts;
import software.amazon.awssdk.services.sts.model.GetCallerIdentityRequest;

/** The ARNs of what the account has, or would have, in the region. */
public final class OwnArns {
  private OwnArns() {}

  /** An ARN, for which the account is asked after. */
  public static String of(AwsClients clients, Operation operation, String service, String what) {
    GetCallerIdentityRequest request = GetCallerIdentityRequest.builder().build();
    String account =
        operation
            .call("GetCallerIdentity", () -> clients.sts().getCallerIdentity(request))
            .account();
    RegionFacts here = RegionFacts.of(clients.region());
    return String.join(":", "arn", here.partition(), service, here.id(), account, what);
  }
}
