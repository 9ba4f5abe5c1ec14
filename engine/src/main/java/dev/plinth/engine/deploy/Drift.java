/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.engine.deploy;

import dev.plinth.engine.provider.DiffRequest;
import dev.plinth.engine.provider.DiffResult;
import dev.plinth.engine.provider.InputDiff;
import dev.plinth.engine.provider.PropertyDiff;
import dev.plinth.engine.provider.PropertyDiff.Kind;
import dev.plinth.engine.provider.Provider;
import dev.plinth.engine.state.ResourceState;
import java.util.Map;
import java.util.TreeMap;

/** What differs between a resource as it was asked for and as it was found. */
final class Drift {
  private Drift() {}

  /**
   * The differences, told in the order of time: from what was asked for to what was found.
   *
   * @param found the resource with the inputs and outputs that were read
   */
  static Map<String, PropertyDiff> between(
      Provider provider, ResourceState asked, ResourceState found) {
    if (asked.external()) {
      return InputDiff.between(asked.outputs(), found.outputs()).detailed();
    }
    DiffResult wayBack =
        provider.diff(
            new DiffRequest(
                asked.urn(),
                found.id().orElse(""),
                found.inputs(),
                found.outputs(),
                asked.inputs(),
                asked.ignoreChanges()));
    TreeMap<String, PropertyDiff> drift = new TreeMap<>();
    wayBack
        .detailed()
        .forEach(
            (path, diff) -> drift.put(path, new PropertyDiff(reverse(diff.kind()), false, true)));
    return drift;
  }

  private static Kind reverse(Kind kind) {
    return switch (kind) {
      case ADD -> Kind.DELETE;
      case DELETE -> Kind.ADD;
      case UPDATE -> Kind.UPDATE;
    };
  }
}
