/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.cli.account;

import dev.plinth.cli.stack.AccountKind;
import dev.plinth.engine.provider.ProviderFactory;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where the resources of stacks are made. */
public interface Account extends AutoCloseable {
  AccountKind kind();

  /** The providers there are, by package. */
  Map<String, ProviderFactory> providers();

  /** The region for a stack that says none; empty leaves the choice to the AWS configuration. */
  Optional<String> defaultRegion();

  /** What was taken to exist because a manifest names it, so far; sorted. */
  List<String> assumed();

  /** Gives up files and connections. */
  @Override
  void close();
}
