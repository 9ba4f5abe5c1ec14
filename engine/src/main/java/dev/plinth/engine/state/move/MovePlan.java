/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.engine.state.move;

import dev.plinth.engine.state.Snapshot;
import dev.plinth.engine.urn.Urn;
import java.util.List;

/**
 * What a move comes to.
 *
 * @param source the stack that the resources leave, as it is after the move
 * @param destination the stack that they come to, as it is after the move
 * @param moved the resources, as the source calls them, in its order
 * @param arrived those of them that the destination has already, exactly as they come, which a move
 *     that was interrupted leaves behind
 * @param cutInSource the references from what stays to what leaves
 * @param cutInDestination the references from what leaves to what stays
 */
public record MovePlan(
    Snapshot source,
    Snapshot destination,
    List<Urn> moved,
    List<Urn> arrived,
    List<CutReference> cutInSource,
    List<CutReference> cutInDestination) {
  public MovePlan {
    moved = List.copyOf(moved);
    arrived = List.copyOf(arrived);
    cutInSource = List.copyOf(cutInSource);
    cutInDestination = List.copyOf(cutInDestination);
  }

  /** Whether two plans do the same, of states that may have been read at different times. */
  public boolean doesAs(MovePlan other) {
    return moved.equals(other.moved)
        && arrived.equals(other.arrived)
        && cutInSource.equals(other.cutInSource)
        && cutInDestination.equals(other.cutInDestination);
  }
}
