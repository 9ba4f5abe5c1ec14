/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.api.computestack;

/**
 * A resource that a stack makes for one of its parts.
 *
 * @param scope within which AWS wants the name to be the only one of its sort; empty for the
 *     account
 * @param logicalName what the stack calls it, which no other of its sort may be called
 * @param name in AWS; empty where AWS gives it one
 */
public record NamedResource(
    ResourceSort sort, String scope, String logicalName, String name, Part part) {

  /**
   * What has the resource.
   *
   * @param words as a sentence calls it
   * @param namePath where the manifest names it; empty for what has its name from the stack
   */
  public record Part(String words, String namePath) {
    /** Whether the manifest can give it another name. */
    public boolean canBeRenamed() {
      return !namePath.isEmpty();
    }
  }
}
