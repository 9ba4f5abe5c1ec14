/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
/**
 * Pulumi's deployment JSON, version 3: reading and writing of {@link
 * dev.plinth.engine.state.Snapshot}s, without reflection and one resource at a time, and the check
 * that what is read or written is sound. Where the JSON is kept is not known here. Start at {@link
 * dev.plinth.engine.state.checkpoint.CheckpointJson}.
 */
@NullMarked
package dev.plinth.engine.state.checkpoint;

import org.jspecify.annotations.NullMarked;
