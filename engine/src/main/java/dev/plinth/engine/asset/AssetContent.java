/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.engine.asset;

import dev.plinth.engine.value.Asset;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** The bytes of one asset. */
public final class AssetContent {
  private final ContentSource source;
  private final long size;
  private final boolean executable;

  private AssetContent(ContentSource source, long size, boolean executable) {
    this.source = source;
    this.size = size;
    this.executable = executable;
  }

  /**
   * Finds an asset's content; it is read when {@link #open} is called.
   *
   * @param base the folder that relative paths start from: that of the program
   * @throws AssetException when there is no such file, or the URI is not a {@code file:} one
   */
  public static AssetContent of(Asset asset, Path base) {
    if (asset instanceof Asset.TextAsset text) {
      byte[] bytes = text.text().getBytes(StandardCharsets.UTF_8);
      return new AssetContent(() -> new ByteArrayInputStream(bytes), bytes.length, false);
    }
    if (asset instanceof Asset.FileAsset file) {
      return ofFile(base.resolve(file.path()));
    }
    if (asset instanceof Asset.RemoteAsset remote) {
      return ofFile(FileUri.toPath(remote.uri()));
    }
    throw new IllegalStateException("no such kind of asset: " + asset.getClass());
  }

  private static AssetContent ofFile(Path file) {
    if (Files.isDirectory(file)) {
      throw new AssetException(
          file + " is a folder; a folder is a FileArchive, not a FileAsset", null);
    }
    try {
      return new AssetContent(
          () -> Files.newInputStream(file), Files.size(file), FilePermission.isExecutable(file));
    } catch (IOException e) {
      throw Unreadable.because(file, e);
    }
  }

  public InputStream open() throws IOException {
    return source.open();
  }

  /** In bytes. */
  public long size() {
    return size;
  }

  /** Whether the file may be executed by its owner. */
  public boolean executable() {
    return executable;
  }
}
