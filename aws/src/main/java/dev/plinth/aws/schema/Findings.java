/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.schema;

import dev.plinth.engine.provider.CheckFailure;
import java.util.ArrayList;
import java.util.List;

/** Gathers everything that is wrong with inputs, so that one run reports it all. */
public final class Findings {
  private final List<CheckFailure> failures = new ArrayList<>();

  public void add(String path, String reason) {
    failures.add(new CheckFailure(path, reason));
  }

  public boolean isEmpty() {
    return failures.isEmpty();
  }

  public List<CheckFailure> failures() {
    return List.copyOf(failures);
  }
}
