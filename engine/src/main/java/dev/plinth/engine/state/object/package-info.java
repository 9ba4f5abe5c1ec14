/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
/**
 * Stacks kept as objects, as S3 and its like have them, in the layout of Pulumi's backends for
 * those. Nothing is appended and nothing is renamed there: each line of a journal is an object of
 * its own, and what must not be overwritten is written on condition. A lock is a lease, because no
 * operating system ends it with its process. Start at {@link
 * dev.plinth.engine.state.object.ObjectBackend}.
 */
@NullMarked
package dev.plinth.engine.state.object;

import org.jspecify.annotations.NullMarked;
