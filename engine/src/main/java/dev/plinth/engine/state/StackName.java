/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.engine.state;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A stack within a state store.
 *
 * @param project the program's project, as in its {@code Pulumi.yaml}
 * @param stack the stack's own name
 */
public record StackName(String project, String stack) implements Comparable<StackName> {
  private static final Pattern ALLOWED = Pattern.compile("[A-Za-z0-9_.-]{1,100}");

  /** What Pulumi calls the one organization of every self-managed backend. */
  public static final String ORGANIZATION = "organization";

  public StackName {
    requireAllowed("project", project);
    requireAllowed("stack", stack);
  }

  /** Whether a text can name a stack or a project: letters, digits, {@code _ . -}, at most 100. */
  public static boolean isAllowed(String name) {
    return ALLOWED.matcher(name).matches() && !name.equals(".") && !name.equals("..");
  }

  private static void requireAllowed(String what, String name) {
    if (!isAllowed(name)) {
      throw new IllegalArgumentException("not a " + what + " name: " + name);
    }
  }

  // Spelled out, as its generated form would be linked at run time, which a cold start pays for.
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof StackName name
        && project.equals(name.project)
        && stack.equals(name.stack);
  }

  @Override
  public int hashCode() {
    return 31 * project.hashCode() + stack.hashCode();
  }

  @Override
  public int compareTo(StackName other) {
    int byProject = project.compareTo(other.project);
    return byProject != 0 ? byProject : stack.compareTo(other.stack);
  }

  /** {@code organization/<project>/<stack>}. */
  @Override
  public String toString() {
    return ORGANIZATION + "/" + project + "/" + stack;
  }
}
