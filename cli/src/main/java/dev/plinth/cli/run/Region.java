/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.cli.run;

import dev.plinth.cli.account.Account;
import dev.plinth.cli.env.Env;
import dev.plinth.engine.state.ResourceState;
import dev.plinth.engine.state.Snapshot;
import dev.plinth.engine.urn.ProviderReference;
import java.util.Optional;

/**
 * Chooses the region of the default provider. A stack stays where it is unless the user names
 * another region for it: one variable in another shell must not replace every resource.
 */
final class Region {
  private static final String DEFAULT_PROVIDER = "default";

  private Region() {}

  static Optional<String> of(Optional<String> asked, Snapshot base, Env env, Account account) {
    return asked
        .or(() -> stored(base))
        .or(() -> env.variable("AWS_REGION"))
        .or(() -> env.variable("AWS_DEFAULT_REGION"))
        .or(account::defaultRegion);
  }

  private static Optional<String> stored(Snapshot base) {
    return base.resources().stream()
        .filter(Region::isDefaultProvider)
        .flatMap(state -> state.inputs().text("region").stream())
        .findFirst();
  }

  private static boolean isDefaultProvider(ResourceState state) {
    return state.type().equals(ProviderReference.typeOf("aws"))
        && state.urn().name().startsWith(DEFAULT_PROVIDER);
  }
}
