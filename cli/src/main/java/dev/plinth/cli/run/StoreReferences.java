/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.cli.run;

import dev.plinth.cli.stack.StackOutputs;
import dev.plinth.engine.deploy.StackReferences;
import dev.plinth.engine.state.StackName;
import dev.plinth.engine.state.StateStore;
import dev.plinth.engine.value.PropertyMap;
import java.util.List;
import java.util.Optional;

/** Lets programs refer to the stacks of the same store. */
final class StoreReferences implements StackReferences {
  private final StateStore store;

  StoreReferences(StateStore store) {
    this.store = store;
  }

  @Override
  public Optional<PropertyMap> outputs(String name) {
    List<String> parts = List.of(name.split("/", -1));
    String stack = parts.get(parts.size() - 1);
    Optional<String> project = parts.size() == 3 ? Optional.of(parts.get(1)) : Optional.empty();
    List<StackName> found =
        store.stacks().stream()
            .filter(candidate -> candidate.stack().equals(stack))
            .filter(candidate -> project.map(candidate.project()::equals).orElse(true))
            .toList();
    return found.size() == 1 ? store.load(found.get(0)).map(StackOutputs::of) : Optional.empty();
  }
}
