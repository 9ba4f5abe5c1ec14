/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
/**
 * Which stacks there are and which are meant: names, tags, the order among them, and what others
 * may refer to. Start at {@link dev.plinth.cli.stack.StackPlan}.
 */
@NullMarked
package dev.plinth.cli.stack;

import org.jspecify.annotations.NullMarked;
