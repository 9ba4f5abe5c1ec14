/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.cli.run;

import dev.plinth.engine.state.StackName;
import java.util.Set;

/**
 * A stack that there is.
 *
 * @param needs the stacks that its manifest refers to, of those that the command is about
 */
public record StoredTarget(StackName name, Set<StackName> needs) {
  public StoredTarget {
    needs = Set.copyOf(needs);
  }
}
