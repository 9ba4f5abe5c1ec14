/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.engine.asset;

import dev.plinth.engine.value.Archive;
import dev.plinth.engine.value.Asset;
import dev.plinth.engine.value.PropertyMap;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Fills in the hash of every asset and archive in a resource's inputs, which is how a changed file
 * becomes a changed property. An asset that several resources share is read once: a hasher belongs
 * to one run, during which files are taken not to change. Safe for use by several threads.
 */
public final class AssetHasher {
  private final Path base;
  private final Map<Asset, String> assets = new ConcurrentHashMap<>();
  private final Map<Archive, String> archives = new ConcurrentHashMap<>();
  private final Map<String, ArchiveListing> listings = new ConcurrentHashMap<>();

  /**
   * @param base the folder that relative paths start from: that of the program
   */
  public AssetHasher(Path base) {
    this.base = base;
  }

  /**
   * The same properties with hashes; the very same map when it has no assets. The hash of an
   * archive made of assets covers its members, which get none of their own.
   *
   * @throws AssetException with a sentence for every asset that cannot be read, each naming the
   *     property and the path
   */
  public PropertyMap fill(PropertyMap properties) {
    HashFiller filler = new HashFiller(this);
    PropertyMap filled = filler.rewrite(properties);
    if (!filler.problems().isEmpty()) {
      throw new AssetException(filler.problems());
    }
    return filled;
  }

  Asset fill(Asset asset) {
    return asset.withHash(
        Optional.of(assets.computeIfAbsent(asset.withHash(Optional.empty()), this::hash)));
  }

  Archive fill(Archive archive) {
    return archive.withHash(
        Optional.of(archives.computeIfAbsent(archive.withHash(Optional.empty()), this::hash)));
  }

  /** What was in the archives that were read so far, by hash. */
  public Map<String, ArchiveListing> listings() {
    return Collections.unmodifiableMap(listings);
  }

  private String hash(Asset asset) {
    try {
      return ContentHash.of(AssetContent.of(asset, base));
    } catch (IOException e) {
      throw Unreadable.because(
          asset instanceof Asset.FileAsset file ? base.resolve(file.path()) : base, e);
    }
  }

  private String hash(Archive archive) {
    try (ArchiveContents contents = ArchiveContents.open(archive, base)) {
      HashedArchive hashed = ContentHash.of(contents.entries());
      listings.put(hashed.hash(), hashed.listing());
      return hashed.hash();
    } catch (IOException e) {
      throw Unreadable.because(
          archive instanceof Archive.FileArchive file ? base.resolve(file.path()) : base, e);
    }
  }
}
