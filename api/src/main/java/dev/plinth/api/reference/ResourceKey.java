/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.api.reference;

/**
 * Who a resource is to those that refer to it.
 *
 * @param kind such as {@code AwsIamRole}
 * @param env its environment; empty when it has none
 * @param name its metadata.name
 */
public record ResourceKey(String kind, String env, String name) {

  /** As in a sentence: {@code AwsIamRole orders (environment dev)}. */
  @Override
  public String toString() {
    return kind + " " + name + (env.isEmpty() ? " (no environment)" : " (environment " + env + ")");
  }
}
