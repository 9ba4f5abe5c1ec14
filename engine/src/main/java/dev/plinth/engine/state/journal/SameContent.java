/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.engine.state.journal;

import dev.plinth.engine.state.PendingOperation;
import dev.plinth.engine.state.ResourceState;
import dev.plinth.engine.state.Snapshot;
import java.util.List;

/**
 * Whether two snapshots hold the very same objects, which needs no comparison of what is in them.
 */
@SuppressWarnings("ReferenceEquality") // whether the objects are the same is what is asked
final class SameContent {
  private SameContent() {}

  static boolean of(Snapshot one, Snapshot other) {
    return sameResources(one.resources(), other.resources())
        && sameOperations(one.pendingOperations(), other.pendingOperations())
        && one.unknownFields().equals(other.unknownFields());
  }

  private static boolean sameResources(List<ResourceState> some, List<ResourceState> others) {
    if (some.size() != others.size()) {
      return false;
    }
    for (int i = 0; i < some.size(); i++) {
      if (some.get(i) != others.get(i)) {
        return false;
      }
    }
    return true;
  }

  private static boolean sameOperations(
      List<PendingOperation> some, List<PendingOperation> others) {
    if (some.size() != others.size()) {
      return false;
    }
    for (int i = 0; i < some.size(); i++) {
      if (some.get(i).type() != others.get(i).type()
          || some.get(i).resource() != others.get(i).resource()) {
        return false;
      }
    }
    return true;
  }
}
