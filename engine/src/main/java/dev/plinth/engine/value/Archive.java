/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.engine.value;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A set of named files: a local zip, jar or folder, an archive behind a URI, or assets by name. The
 * hash covers names and contents, and nothing that a re-packed archive would change, such as times.
 */
public sealed interface Archive {

  /** A local zip or jar file, or a folder. */
  record FileArchive(String path, Optional<String> hash) implements Archive {
    @Override
    public FileArchive withHash(Optional<String> value) {
      return new FileArchive(path, value);
    }
  }

  /** A zip file behind a URI. */
  record RemoteArchive(String uri, Optional<String> hash) implements Archive {
    @Override
    public RemoteArchive withHash(Optional<String> value) {
      return new RemoteArchive(uri, value);
    }
  }

  /**
   * Assets and archives by the path that they get inside this one.
   *
   * @param members each a {@link PropertyValue.AssetValue} or a {@link PropertyValue.ArchiveValue}
   */
  record AssetArchive(Map<String, PropertyValue> members, Optional<String> hash)
      implements Archive {
    public AssetArchive {
      members = Collections.unmodifiableMap(new TreeMap<>(members));
    }

    @Override
    public AssetArchive withHash(Optional<String> value) {
      return new AssetArchive(members, value);
    }
  }

  /** Hex SHA-256 over names and contents; absent until the engine has read them. */
  Optional<String> hash();

  /** The same archive with another hash, or with none. */
  Archive withHash(Optional<String> value);
}
