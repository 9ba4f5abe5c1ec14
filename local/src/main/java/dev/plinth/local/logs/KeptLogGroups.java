/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.local.logs;

import dev.plinth.local.account.AccountContext;
import dev.plinth.local.store.Shelf;
import java.nio.file.Path;
import java.util.function.Predicate;

/** Whether the account keeps a log group; asks the folder, without the client and its classes. */
public final class KeptLogGroups implements Predicate<String> {
  private final String prefix;
  private final Shelf shelf;

  /**
   * @param folder where {@link LocalLogsClient} keeps the log groups
   */
  public KeptLogGroups(AccountContext account, Path folder) {
    this.prefix = account.arn("logs", "log-group:");
    this.shelf = new Shelf(folder.resolve(LocalLogsClient.GROUPS));
  }

  @Override
  public boolean test(String arn) {
    return arn.startsWith(prefix) && shelf.contains(arn.substring(prefix.length()));
  }
}
