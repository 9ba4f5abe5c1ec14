/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.local.sns;

import dev.plinth.local.store.Shelf;
import java.nio.file.Path;
import java.util.function.Predicate;

/** Whether the account keeps a topic; asks the folder, without SNS's client and its classes. */
public final class KeptTopics implements Predicate<String> {
  private final Shelf shelf;

  /**
   * @param folder where {@link LocalSnsClient} keeps the topics
   */
  public KeptTopics(Path folder) {
    this.shelf = Topics.shelf(folder);
  }

  @Override
  public boolean test(String arn) {
    return shelf.contains(arn);
  }
}
