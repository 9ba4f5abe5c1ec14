/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.local.s3;

import com.google.gson.JsonObject;
import dev.plinth.local.store.FolderLock;
import dev.plinth.local.store.Shelf;
import java.nio.file.Path;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The objects that were put here, by bucket and key. */
final class Objects {
  private final Shelf shelf;
  private final Shelf gone;
  private final FolderLock lock;

  Objects(Path folder, FolderLock lock) {
    this.shelf = shelf(folder);
    this.gone = gone(folder);
    this.lock = lock;
  }

  static Shelf shelf(Path folder) {
    return new Shelf(folder.resolve("objects"));
  }

  /** The names of what was deleted, which nobody is to assume any more. */
  static Shelf gone(Path folder) {
    return new Shelf(folder.resolve("deleted"));
  }

  /** No bucket's name has a slash. */
  static String name(String bucket, String key) {
    return bucket + "/" + key;
  }

  NavigableSet<String> names() {
    return shelf.names();
  }

  Optional<KeptObject> find(String bucket, String key) {
    return shelf.read(name(bucket, key)).map(KeptObject::ofJson);
  }

  KeptObject require(String bucket, String key) {
    return find(bucket, key).orElseThrow(S3Fault::noSuchKey);
  }

  void put(String bucket, String key, KeptObject object) {
    lock.holding(
        () -> {
          shelf.write(name(bucket, key), object.toJson());
          gone.delete(name(bucket, key));
          return object;
        });
  }

  void change(String bucket, String key, UnaryOperator<KeptObject> change) {
    lock.holding(
        () -> {
          KeptObject changed = change.apply(require(bucket, key));
          shelf.write(name(bucket, key), changed.toJson());
          return changed;
        });
  }

  /** That an object is gone already is a success. */
  void delete(String bucket, String key) {
    lock.holding(
        () -> {
          shelf.delete(name(bucket, key));
          gone.write(name(bucket, key), new JsonObject());
          return key;
        });
  }
}
