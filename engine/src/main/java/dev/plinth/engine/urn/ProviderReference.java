/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.engine.urn;

import org.jspecify.annotations.Nullable;

/**
 * Names the provider instance that manages a resource: {@code <provider urn>::<provider id>}.
 *
 * @param urn the provider resource's URN, of type {@code pulumi:providers:<package>}
 * @param id the provider resource's id; the string sentinel for <em>unknown</em> while previewing
 */
public record ProviderReference(Urn urn, String id) {
  private static final String TYPE_PREFIX = "pulumi:providers:";

  /** Reads the text form, which is split at its last {@code ::}. */
  public static ProviderReference parse(String text) {
    int split = text.lastIndexOf("::");
    if (split < 0) {
      throw new IllegalArgumentException("not a provider reference: " + text);
    }
    return new ProviderReference(new Urn(text.substring(0, split)), text.substring(split + 2));
  }

  /** The type token of the provider resource of a package. */
  public static String typeOf(String packageName) {
    return TYPE_PREFIX + packageName;
  }

  /** Whether a type token is that of a provider resource. */
  public static boolean isProviderType(String type) {
    return type.startsWith(TYPE_PREFIX);
  }

  /** The package that the provider serves, such as {@code aws}. */
  public String packageName() {
    return urn.type().substring(TYPE_PREFIX.length());
  }

  // Spelled out, as its generated form would be linked at run time, which a cold start pays for.
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ProviderReference reference
        && urn.equals(reference.urn)
        && id.equals(reference.id);
  }

  @Override
  public int hashCode() {
    return 31 * urn.hashCode() + id.hashCode();
  }

  @Override
  public String toString() {
    return urn + "::" + id;
  }
}
