/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
/**
 * How a stack's state is kept whatever keeps its bytes: a checkpoint, which is Pulumi's state file,
 * and beside it a journal of what a run has done since. A run only ever appends; when it ends, a
 * new checkpoint takes the place of both, and when it does not end, reading puts them together. The
 * bytes are kept by a {@link dev.plinth.engine.state.journal.StackMedium}. Start at {@link
 * dev.plinth.engine.state.journal.JournaledStore}.
 */
@NullMarked
package dev.plinth.engine.state.journal;

import org.jspecify.annotations.NullMarked;
