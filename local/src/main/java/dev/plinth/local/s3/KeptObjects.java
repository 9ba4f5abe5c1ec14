/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.local.s3;

import dev.plinth.local.catalogue.Artifact;
import dev.plinth.local.catalogue.ObjectKeeper;
import dev.plinth.local.store.Shelf;
import java.nio.file.Path;
import java.util.Optional;

/** Finds the objects that were put here, without S3's client and its classes. */
public final class KeptObjects implements ObjectKeeper {
  private final Shelf shelf;
  private final Shelf gone;

  /**
   * @param folder where {@link LocalS3Client} keeps its objects
   */
  public KeptObjects(Path folder) {
    this.shelf = Objects.shelf(folder);
    this.gone = Objects.gone(folder);
  }

  @Override
  public Optional<Artifact> object(String bucket, String key) {
    return shelf.read(Objects.name(bucket, key)).map(KeptObject::artifact);
  }

  @Override
  public boolean isGone(String bucket, String key) {
    return gone.contains(Objects.name(bucket, key));
  }
}
