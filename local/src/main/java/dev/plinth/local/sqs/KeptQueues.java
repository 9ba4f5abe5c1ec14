/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.local.sqs;

import com.google.gson.JsonObject;
import dev.plinth.local.account.AccountContext;
import dev.plinth.local.catalogue.Keeper;
import dev.plinth.local.catalogue.KnownResource;
import dev.plinth.local.store.Shelf;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * Knows the queues that the account keeps from the folder, without SQS's client and its classes.
 */
public final class KeptQueues implements Keeper {
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
  public Optional<Map<String, String>> find(String arn) {
    return names.nameOfArn(arn).flatMap(shelf::read).map(KeptQueues::described);
  }

  private static Map<String, String> described(JsonObject document) {
    String timeout = StoredQueue.ofJson(document).attributes().get("VisibilityTimeout");
    return timeout == null ? Map.of() : Map.of(KnownResource.VISIBILITY_TIMEOUT, timeout);
  }
}
