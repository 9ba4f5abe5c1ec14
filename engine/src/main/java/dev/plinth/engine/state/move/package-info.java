/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
/**
 * Takes resources out of one stack and puts them into another, in state only: {@code plinth state
 * move}. What is decided here touches no store. Start at {@link
 * dev.plinth.engine.state.move.ResourceMove}.
 */
@NullMarked
package dev.plinth.engine.state.move;

import org.jspecify.annotations.NullMarked;
