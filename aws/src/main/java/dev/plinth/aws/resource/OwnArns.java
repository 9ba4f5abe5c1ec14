/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.resource;

import dev.plinth.aws.call.Operation;
import dev.plinth.aws.client.AwsClients;
import dev.plinth.aws.client.RegionFacts;

/** The ARNs of what the account has, or would have, in the region. */
public record OwnArns(String partition, String region, String account) {
  /** Asks after the account. */
  public static OwnArns of(AwsClients clients, Operation operation) {
    String account =
        operation.call("GetCallerIdentity", () -> clients.sts().getCallerIdentity()).account();
    RegionFacts here = RegionFacts.of(clients.region());
    return new OwnArns(here.partition(), here.id(), account);
  }

  public String of(String service, String what) {
    return String.join(":", "arn", partition, service, region, account, what);
  }
}
