/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.api.reference;

import org.jspecify.annotations.Nullable;

/**
 * Who a resource is to those that refer to it.
 *
 * @param kind such as {@code AwsIamRole}
 * @param env its environment; empty when it has none
 * @param name its metadata.name
 */
public record ResourceKey(String kind, String env, String name) {

  // Spelled out, as its generated form would be linked at run time, which a cold start pays for.
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ResourceKey key
        && kind.equals(key.kind)
        && env.equals(key.env)
        && name.equals(key.name);
  }

  @Override
  public int hashCode() {
    return 31 * (31 * kind.hashCode() + env.hashCode()) + name.hashCode();
  }

  /** As in a sentence: {@code AwsIamRole orders (environment dev)}. */
  @Override
  public String toString() {
    return kind + " " + name + (env.isEmpty() ? " (no environment)" : " (environment " + env + ")");
  }
}
