/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.engine.state.journal;

import dev.plinth.engine.state.StackName;
import java.util.List;

/**
 * Where stacks are kept, in the layout of Pulumi's own backend of that sort. Every method, here and
 * in {@link StackMedium}, throws {@link dev.plinth.engine.state.StateException} when it cannot do
 * what it is asked.
 */
public interface Backend {
  /** Where it is, for messages. */
  String location();

  /** Refuses a layout that is not known here; touches nothing. */
  void check();

  /** Makes the backend what {@link #check} accepts, if there is nothing yet. */
  void prepare();

  /** Every stack that has a state, in name order. */
  List<StackName> stacks();

  /** The keeper of one stack's bytes; touches nothing. */
  StackMedium medium(StackName stack);
}
