/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.local.sqs;

import dev.plinth.local.store.FolderLock;
import dev.plinth.local.store.Shelf;
import java.nio.file.Path;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The queues of the account's region by name. */
final class Queues {
  private final QueueNames names;
  private final Shelf shelf;
  private final FolderLock lock;

  Queues(QueueNames names, Path folder, FolderLock lock) {
    this.names = names;
    this.shelf = shelf(folder);
    this.lock = lock;
  }

  static Shelf shelf(Path folder) {
    return new Shelf(folder.resolve("queues"));
  }

  QueueNames names() {
    return names;
  }

  NavigableSet<String> all(String prefix) {
    return shelf.names("", prefix);
  }

  Optional<StoredQueue> find(String name) {
    return shelf.read(name).map(StoredQueue::ofJson);
  }

  StoredQueue requireByUrl(@Nullable String url) {
    return find(QueueNames.nameOfUrl(url)).orElseThrow(SqsFault::noSuchQueue);
  }

  /** The queue, new or the one that is there; the function decides what becomes of that. */
  StoredQueue create(StoredQueue queue, Consumer<StoredQueue> present) {
    return lock.holding(
        () -> {
          Optional<StoredQueue> found = find(queue.name());
          found.ifPresent(present);
          if (found.isEmpty()) {
            shelf.write(queue.name(), queue.toJson());
          }
          return found.orElse(queue);
        });
  }

  void change(@Nullable String url, UnaryOperator<StoredQueue> change) {
    lock.holding(
        () -> {
          StoredQueue changed = change.apply(requireByUrl(url));
          shelf.write(changed.name(), changed.toJson());
          return changed;
        });
  }

  void delete(@Nullable String url) {
    lock.holding(
        () -> {
          StoredQueue queue = requireByUrl(url);
          shelf.delete(queue.name());
          return queue;
        });
  }
}
