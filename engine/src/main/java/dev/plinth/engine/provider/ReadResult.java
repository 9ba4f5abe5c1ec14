/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.engine.provider;

import dev.plinth.engine.value.PropertyMap;

/**
 * A resource as it is now.
 *
 * @param id the resource's id; the empty string when it does not exist
 * @param inputs inputs that would give the resource as it is
 * @param outputs every property as it is
 */
public record ReadResult(String id, PropertyMap inputs, PropertyMap outputs) {
  private static final ReadResult GONE =
      new ReadResult("", PropertyMap.empty(), PropertyMap.empty());

  public static ReadResult gone() {
    return GONE;
  }

  public boolean exists() {
    return !id.isEmpty();
  }
}
