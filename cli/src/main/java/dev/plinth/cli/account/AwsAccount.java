/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.cli.account;

import dev.plinth.aws.AwsProviderFactory;
import dev.plinth.aws.client.CallWatch;
import dev.plinth.cli.env.Env;
import dev.plinth.cli.stack.AccountKind;
import dev.plinth.engine.provider.ProviderFactory;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** AWS, by the ambient credentials, or the endpoint that AWS_ENDPOINT_URL names. */
final class AwsAccount implements Account {
  private static final String USER_AGENT = "plinth";

  /** One for all stacks, so that their calls are paced together. */
  private final AwsProviderFactory providers;

  AwsAccount(Env env, CallWatch watch) {
    this.providers =
        AwsProviderFactory.onAws(env.variables(), USER_AGENT, env.cwd(), env.sleeper(), watch);
  }

  @Override
  public AccountKind kind() {
    return AccountKind.AWS;
  }

  @Override
  public Map<String, ProviderFactory> providers() {
    return Map.of("aws", providers);
  }

  @Override
  public Optional<String> defaultRegion() {
    return Optional.empty();
  }

  @Override
  public List<String> assumed() {
    return List.of();
  }

  @Override
  public void close() {}
}
