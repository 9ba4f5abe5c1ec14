/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
/**
 * Previews, updates and destroys: brings manifests, program, engine, state and account together.
 * Start at {@link dev.plinth.cli.run.StackRunner}.
 */
@NullMarked
package dev.plinth.cli.run;

import org.jspecify.annotations.NullMarked;
