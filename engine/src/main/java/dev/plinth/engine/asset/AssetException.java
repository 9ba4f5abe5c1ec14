/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.engine.asset;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** An asset or archive cannot be read: the program names a file that is missing or unsuitable. */
public final class AssetException extends RuntimeException {
  private final List<String> problems;

  AssetException(String problem, @Nullable Throwable cause) {
    super(problem, cause);
    problems = List.of(problem);
  }

  /** Several findings in one: every one names its property, its path and what is wrong. */
  AssetException(List<String> problems) {
    super(String.join("\n", problems));
    this.problems = List.copyOf(problems);
  }

  /** One sentence for each problem; never empty. */
  public List<String> problems() {
    return problems;
  }
}
