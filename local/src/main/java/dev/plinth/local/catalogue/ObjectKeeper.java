/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.local.catalogue;

import java.util.Optional;

/** A service that keeps objects which were put here. */
public interface ObjectKeeper {
  /** The object under a key, in the newest version. */
  Optional<Artifact> object(String bucket, String key);

  /** Whether there was an object that was deleted, so that none is assumed. */
  boolean isGone(String bucket, String key);
}
