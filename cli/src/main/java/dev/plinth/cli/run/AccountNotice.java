/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.cli.run;

import dev.plinth.cli.account.Account;
import dev.plinth.cli.account.Accounts;
import dev.plinth.cli.stack.AccountKind;
import java.util.List;
import java.util.Optional;

/** Says that the local account is used where the command line does not. */
final class AccountNotice {
  private AccountNotice() {}

  static Optional<String> of(List<Account> accounts, boolean local, Accounts all) {
    boolean any = accounts.stream().anyMatch(account -> account.kind() == AccountKind.LOCAL);
    return any && !local
        ? Optional.of("note: deployed to the local account in " + all.localFolder() + "\n")
        : Optional.empty();
  }
}
