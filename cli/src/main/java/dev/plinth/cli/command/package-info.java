/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
/**
 * The commands, one class each: parse, call, render, exit code. What they call lives in the other
 * packages. Start at {@link dev.plinth.cli.command.CommandName}, which lists them all.
 */
@NullMarked
package dev.plinth.cli.command;

import org.jspecify.annotations.NullMarked;
