/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.local.store;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.utils.builder.Buildable;

/**
 * The resources of one kind, by name. Changes take turns with everybody else's.
 *
 * @param <T> the SDK's model of such a resource
 */
public final class Stock<T extends SdkPojo> {
  private final Shelf shelf;
  private final FolderLock lock;
  private final Class<T> type;
  private final Supplier<? extends Buildable> builder;

  /**
   * @param folder where the resources lie; made when needed
   * @param builder makes an empty builder of the model
   */
  public Stock(Path folder, FolderLock lock, Class<T> type, Supplier<? extends Buildable> builder) {
    this.shelf = new Shelf(folder);
    this.lock = lock;
    this.type = type;
    this.builder = builder;
  }

  public boolean contains(String name) {
    return shelf.contains(name);
  }

  public Optional<Stored<T>> find(String name) {
    return shelf.read(name).map(document -> Stored.ofJson(document, builder.get(), type));
  }

  /** All names, sorted. */
  public NavigableSet<String> names() {
    return shelf.names();
  }

  /** The names from {@code from} on, sorted, that begin with {@code prefix}. */
  public NavigableSet<String> names(String from, String prefix) {
    return shelf.names(from, prefix);
  }

  /** The resources whose names begin with {@code prefix}, in the order of their names. */
  public List<T> all(String prefix) {
    List<T> all = new ArrayList<>();
    for (String name : names("", prefix)) {
      find(name).ifPresent(stored -> all.add(stored.model()));
    }
    return all;
  }

  /** Adds a resource unless its name is taken. */
  public void create(
      String name, Stored<T> stored, Supplier<? extends RuntimeException> nameIsTaken) {
    lock.holding(
        () -> {
          if (contains(name)) {
            throw nameIsTaken.get();
          }
          shelf.write(name, stored.toJson());
          return stored;
        });
  }

  /** Adds a resource, or replaces the one of its name by what it becomes. */
  public Stored<T> put(String name, Supplier<Stored<T>> fresh, UnaryOperator<Stored<T>> change) {
    return lock.holding(
        () -> {
          Stored<T> stored = find(name).map(change).orElseGet(fresh);
          shelf.write(name, stored.toJson());
          return stored;
        });
  }

  /** Changes a resource that has to exist. */
  public Stored<T> change(
      String name, Supplier<? extends RuntimeException> missing, UnaryOperator<Stored<T>> change) {
    return lock.holding(
        () -> {
          Stored<T> changed = change.apply(find(name).orElseThrow(missing));
          shelf.write(name, changed.toJson());
          return changed;
        });
  }

  /** Changes the tags of a resource that has to exist. */
  public void changeTags(
      String name,
      Supplier<? extends RuntimeException> missing,
      UnaryOperator<Map<String, String>> change) {
    change(name, missing, stored -> stored.withTags(change.apply(stored.tags())));
  }

  /** Deletes a resource; whether it was there. */
  public boolean delete(String name) {
    return lock.holding(
        () -> {
          boolean present = contains(name);
          shelf.delete(name);
          return present;
        });
  }
}
