/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
/**
 * What a stack is: the states of its resources, as one immutable {@link
 * dev.plinth.engine.state.Snapshot}, and the {@link dev.plinth.engine.state.StateStore} that keeps
 * it. How a snapshot is written lives in {@code checkpoint}, where it is kept in {@code file};
 * deciding what to change lives in neither.
 */
@NullMarked
package dev.plinth.engine.state;

import org.jspecify.annotations.NullMarked;
