/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.cli.account;

import dev.plinth.aws.AwsProviderFactory;
import dev.plinth.aws.client.AwsClients;
import dev.plinth.aws.config.ProviderConfig;
import dev.plinth.cli.env.Env;
import dev.plinth.cli.stack.AccountKind;
import dev.plinth.engine.provider.ProviderFactory;
import dev.plinth.local.LocalAccount;
import dev.plinth.local.LocalAccountOptions;
import dev.plinth.local.catalogue.Assumption;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The local account: the same provider, over clients that answer from a folder. */
final class LocalFolderAccount implements Account {
  private static final String DEFAULT_REGION = "us-east-1";

  private final Env env;
  private final Path folder;
  private final boolean strict;
  private final Map<String, LocalAccount> byRegion = new TreeMap<>();

  LocalFolderAccount(Env env, Path folder, boolean strict) {
    this.env = env;
    this.folder = folder;
    this.strict = strict;
  }

  @Override
  public AccountKind kind() {
    return AccountKind.LOCAL;
  }

  @Override
  public Map<String, ProviderFactory> providers() {
    return Map.of("aws", new AwsProviderFactory(this::clients, new SkippingSleeper(), env.cwd()));
  }

  @Override
  public Optional<String> defaultRegion() {
    return Optional.of(DEFAULT_REGION);
  }

  @Override
  public synchronized List<String> assumed() {
    return byRegion.values().stream()
        .flatMap(account -> account.assumptions().stream())
        .map(LocalFolderAccount::describe)
        .sorted()
        .distinct()
        .toList();
  }

  private static String describe(Assumption assumption) {
    return assumption.kind().word() + " " + assumption.identifier();
  }

  private AwsClients clients(ProviderConfig config) {
    String region = config.region().orElse(DEFAULT_REGION);
    return new LocalClients(region, () -> account(region, config));
  }

  private synchronized LocalAccount account(String region, ProviderConfig config) {
    return byRegion.computeIfAbsent(region, wanted -> open(wanted, config));
  }

  /** A configuration that allows certain account ids only finds itself in one of them. */
  private LocalAccount open(String region, ProviderConfig config) {
    LocalAccountOptions options =
        LocalAccountOptions.of(region).withStrict(strict).withClock(env.clock());
    Optional<String> allowed = config.allowedAccountIds().stream().sorted().findFirst();
    return LocalAccount.open(folder, allowed.map(options::withAccountId).orElse(options));
  }

  @Override
  public synchronized void close() {
    byRegion.values().forEach(LocalAccount::close);
  }
}
