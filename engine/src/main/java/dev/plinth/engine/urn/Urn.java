/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.engine.urn;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A resource's name in a stack: {@code urn:pulumi:<stack>::<project>::<qualifiedType>::<name>}.
 *
 * <p>The name is everything after the third {@code ::}, so it may hold {@code ::} itself.
 *
 * @param text the whole URN
 */
public record Urn(String text) implements Comparable<Urn> {
  /** The type of the root resource that every other resource of a stack hangs from. */
  public static final String ROOT_STACK_TYPE = "pulumi:pulumi:Stack";

  private static final String PREFIX = "urn:pulumi:";
  private static final String SEPARATOR = "::";

  public Urn {
    if (!text.startsWith(PREFIX) || start(text, 3) < 0) {
      throw new IllegalArgumentException("not a URN: " + text);
    }
  }

  /**
   * Makes the URN of a resource.
   *
   * @param parent the parent's URN, or empty for a resource without one
   * @param type the resource's own type token
   */
  public static Urn of(
      String stack, String project, Optional<Urn> parent, String type, String name) {
    String parentTypes =
        parent
            .map(Urn::qualifiedType)
            .filter(qualified -> !qualified.equals(ROOT_STACK_TYPE))
            .map(qualified -> qualified + "$")
            .orElse("");
    return new Urn(
        PREFIX + stack + SEPARATOR + project + SEPARATOR + parentTypes + type + SEPARATOR + name);
  }

  /** The URN of a stack's root resource. */
  public static Urn ofRootStack(String stack, String project) {
    return of(stack, project, Optional.empty(), ROOT_STACK_TYPE, project + "-" + stack);
  }

  /** The same resource's URN in another stack. */
  public Urn in(String stack, String project) {
    return new Urn(
        PREFIX + stack + SEPARATOR + project + SEPARATOR + qualifiedType() + SEPARATOR + name());
  }

  public String stack() {
    return part(0);
  }

  public String project() {
    return part(1);
  }

  /** The types of all ancestors and of the resource itself, joined by {@code $}. */
  public String qualifiedType() {
    return part(2);
  }

  /** The resource's own type token, such as {@code aws:lambda/function:Function}. */
  public String type() {
    String qualified = qualifiedType();
    return qualified.substring(qualified.lastIndexOf('$') + 1);
  }

  /** The logical name that the program gave the resource. */
  public String name() {
    return part(3);
  }

  private String part(int index) {
    int start = start(text, index);
    return index == 3
        ? text.substring(start)
        : text.substring(start, text.indexOf(SEPARATOR, start));
  }

  /** Where a part begins; negative when the text has fewer parts. */
  private static int start(String text, int index) {
    int start = PREFIX.length();
    for (int i = 0; i < index; i++) {
      int separator = text.indexOf(SEPARATOR, start);
      if (separator < 0) {
        return -1;
      }
      start = separator + SEPARATOR.length();
    }
    return start;
  }

  // Spelled out, as its generated form would be linked at run time, which a cold start pays for.
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Urn urn && text.equals(urn.text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  @Override
  public int compareTo(Urn other) {
    return text.compareTo(other.text);
  }

  @Override
  public String toString() {
    return text;
  }
}
