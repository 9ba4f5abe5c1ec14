/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
/**
 * The {@code plinth} command as a process: {@link dev.plinth.cli.Main} connects it to the world,
 * and {@link dev.plinth.cli.Cli} turns a command line into one of the commands and whatever happens
 * into an exit code.
 */
@NullMarked
package dev.plinth.cli;

import org.jspecify.annotations.NullMarked;
