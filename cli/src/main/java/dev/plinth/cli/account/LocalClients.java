/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.cli.account;

import dev.plinth.aws.client.AwsClients;
import dev.plinth.aws.client.AwsService;
import dev.plinth.local.LocalAccount;
import java.util.function.Supplier;
import software.amazon.awssdk.awscore.AwsClient;

/** The local account's clients; it is opened when the first of them is asked for. */
final class LocalClients implements AwsClients {
  private final String region;
  private final Supplier<LocalAccount> account;

  LocalClients(String region, Supplier<LocalAccount> account) {
    this.region = region;
    this.account = account;
  }

  @Override
  public String region() {
    return region;
  }

  @Override
  public <C extends AwsClient> C of(AwsService<C> service) {
    return account.get().client(service.type());
  }
}
