/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.local.sqs;

import dev.plinth.local.account.AccountContext;
import dev.plinth.local.store.Shelf;
import java.nio.file.Path;
import java.util.function.Predicate;

/** Whether the account keeps a queue; asks the folder, without SQS's client and its classes. */
public final class KeptQueues implements Predicate<String> {
  private final QueueNames names;
  private final Shelf shelf;

  /**
   * @param folder where {@link LocalSqsClient} keeps the queues
   */
  public KeptQueues(AccountContext account, Path folder) {
    this.names = new QueueNames(account);
    this.shelf = Queues.shelf(folder);
  }

  @Override
  public boolean test(String arn) {
    return names.nameOfArn(arn).filter(shelf::contains).isPresent();
  }
}
