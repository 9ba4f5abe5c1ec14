/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.engine.state.layout;

import dev.plinth.engine.state.StackName;
import java.util.List;
import java.util.Optional;

/** What things are called below the root, with slashes; what is Plinth's own says so. */
public final class PulumiLayout {
  public static final String META = ".pulumi/meta.yaml";
  public static final String STACKS = ".pulumi/stacks";
  public static final String STATE_SUFFIX = ".json";
  public static final String GZIP_SUFFIX = ".json.gz";
  public static final String ZSTD_SUFFIX = ".json.zst";
  private static final String BACKUP_SUFFIX = ".bak";

  private PulumiLayout() {}

  public static String state(StackName stack) {
    return inProject(stack, STATE_SUFFIX);
  }

  /** Where a state may be; Pulumi may have compressed it, and the newest one counts. */
  public static List<String> states(StackName stack) {
    return List.of(state(stack), inProject(stack, GZIP_SUFFIX), inProject(stack, ZSTD_SUFFIX));
  }

  public static String tags(StackName stack) {
    return inProject(stack, ".pulumi-tags");
  }

  /** The folder of what runs have left; {@link HistoryNames} says what is in it. */
  public static String history(StackName stack) {
    return ".pulumi/history/" + stack.project() + "/" + stack.stack();
  }

  /** The copy of what a state held before it was last written. */
  public static String backupOf(String state) {
    return state + BACKUP_SUFFIX;
  }

  /** Pulumi takes everything in this folder for a lock. */
  public static String locks(StackName stack) {
    return ".pulumi/locks/" + stack;
  }

  /** Plinth's own: locked by the operating system for as long as the holder lives. */
  public static String processLock(StackName stack) {
    return ".pulumi/plinth-locks/" + stack.project() + "/" + stack.stack() + ".lock";
  }

  /** Plinth's own: beside the states, but where Pulumi does not look for stacks. */
  public static String journal(StackName stack) {
    return ".pulumi/plinth-journals/" + stack.project() + "/" + stack.stack() + ".journal";
  }

  /** Plinth's own: what is in the archives that the state names. */
  public static String archives(StackName stack) {
    return ".pulumi/plinth-archives/" + stack.project() + "/" + stack.stack() + ".json";
  }

  /** The name of the stack whose state this is, by its last part. */
  public static Optional<String> stackOf(String name) {
    for (String suffix : List.of(STATE_SUFFIX, GZIP_SUFFIX, ZSTD_SUFFIX)) {
      if (name.endsWith(suffix)) {
        return Optional.of(name.substring(0, name.length() - suffix.length()));
      }
    }
    return Optional.empty();
  }

  private static String inProject(StackName stack, String suffix) {
    return STACKS + "/" + stack.project() + "/" + stack.stack() + suffix;
  }
}
