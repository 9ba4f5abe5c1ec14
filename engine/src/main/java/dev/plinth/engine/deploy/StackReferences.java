/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.engine.deploy;

import dev.plinth.engine.value.PropertyMap;
import java.util.Optional;

/** Finds the outputs of other stacks, for programs that refer to them. */
@FunctionalInterface
public interface StackReferences {

  /**
   * The outputs of a stack, secrets included.
   *
   * @param name {@code <stack>}, {@code organization/<stack>} or {@code
   *     organization/<project>/<stack>}
   * @return empty when there is no such stack
   */
  Optional<PropertyMap> outputs(String name);

  /** For runs in which no other stack can be seen. */
  static StackReferences none() {
    return name -> Optional.empty();
  }
}
