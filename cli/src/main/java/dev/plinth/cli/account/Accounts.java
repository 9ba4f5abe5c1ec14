/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.cli.account;

import dev.plinth.aws.client.CallWatch;
import dev.plinth.cli.env.CommandException;
import dev.plinth.cli.env.Env;
import dev.plinth.cli.stack.AccountKind;
import dev.plinth.engine.state.StackName;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** Decides which account a stack belongs to, and opens each account once. */
public final class Accounts implements AutoCloseable {
  private final Env env;
  private final Path localFolder;
  private final boolean strict;
  private final CallWatch watch;
  private final Map<AccountKind, Account> opened = new EnumMap<>(AccountKind.class);

  /**
   * @param localFolder where the local account is, or would be
   * @param strict whether the local account refuses what it does not have
   * @param watch is told of each call to AWS
   */
  public Accounts(Env env, Path localFolder, boolean strict, CallWatch watch) {
    this.env = env;
    this.localFolder = localFolder;
    this.strict = strict;
    this.watch = watch;
  }

  /**
   * The account that a stack is in, or is to be in.
   *
   * @param stored where it is, if it exists
   * @param local whether the user asks for the local account
   * @throws CommandException when the stack is elsewhere than asked
   */
  public Account choose(StackName stack, Optional<AccountKind> stored, boolean local) {
    AccountKind kind = stored.orElse(local ? AccountKind.LOCAL : AccountKind.AWS);
    if (local && kind == AccountKind.AWS) {
      throw CommandException.usage(
          "the stack '"
              + stack.stack()
              + "' is deployed to AWS, and --local asks for another place",
          "leave --local out, or deploy a second stack with --stack NAME.");
    }
    if (strict && kind == AccountKind.AWS) {
      throw CommandException.usage(
          "--strict is about the local account, and the stack '" + stack.stack() + "' is not in it",
          "leave --strict out, or add --local.");
    }
    return opened.computeIfAbsent(kind, this::open);
  }

  private Account open(AccountKind kind) {
    return switch (kind) {
      case LOCAL -> new LocalFolderAccount(env, localFolder, strict);
      case AWS -> new AwsAccount(env, watch);
    };
  }

  /** A local account that nobody opens, for a preview needs nothing of it but its provider. */
  public Account unopened() {
    return open(AccountKind.LOCAL);
  }

  /** What was taken to exist in any of them, so far. */
  public List<String> assumed() {
    TreeSet<String> all = new TreeSet<>();
    opened.values().forEach(account -> all.addAll(account.assumed()));
    return List.copyOf(all);
  }

  /** Where the local account is. */
  public Path localFolder() {
    return localFolder;
  }

  @Override
  public void close() {
    opened.values().forEach(Account::close);
  }
}
