/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
/**
 * Words for people and JSON for programs, made from the engine's events and from manifest
 * diagnostics. Nothing here decides anything. Start at {@link dev.plinth.cli.render.TextReport} and
 * {@link dev.plinth.cli.render.EventJson}.
 */
@NullMarked
package dev.plinth.cli.render;

import org.jspecify.annotations.NullMarked;
