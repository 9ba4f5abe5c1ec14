/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.engine.value;

import java.util.Optional;

/**
 * One file's content, given as text, as a path or as a URI. The hash is hex SHA-256 of the content.
 */
public sealed interface Asset {

  /** Content given literally. */
  record TextAsset(String text, Optional<String> hash) implements Asset {
    @Override
    public TextAsset withHash(Optional<String> value) {
      return new TextAsset(text, value);
    }
  }

  /** The content of a local file. */
  record FileAsset(String path, Optional<String> hash) implements Asset {
    @Override
    public FileAsset withHash(Optional<String> value) {
      return new FileAsset(path, value);
    }
  }

  /** The content behind a URI. */
  record RemoteAsset(String uri, Optional<String> hash) implements Asset {
    @Override
    public RemoteAsset withHash(Optional<String> value) {
      return new RemoteAsset(uri, value);
    }
  }

  /** Hex SHA-256 of the content; absent until the engine has read it. */
  Optional<String> hash();

  /** The same asset with another hash, or with none. */
  Asset withHash(Optional<String> value);
}
