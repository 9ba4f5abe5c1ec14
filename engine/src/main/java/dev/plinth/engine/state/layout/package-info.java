/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
/**
 * What all of Pulumi's self-managed backends have in common, whatever keeps the bytes: what things
 * are called below the root, and what the small ones hold.
 */
@NullMarked
package dev.plinth.engine.state.layout;

import org.jspecify.annotations.NullMarked;
