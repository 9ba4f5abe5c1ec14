/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
/**
 * What a command gets from the world: streams, variables, a clock, interrupts. Nothing else in this
 * module asks the process for any of them, so that the whole command runs inside a test. Start at
 * {@link dev.plinth.cli.env.Env}.
 */
@NullMarked
package dev.plinth.cli.env;

import org.jspecify.annotations.NullMarked;
