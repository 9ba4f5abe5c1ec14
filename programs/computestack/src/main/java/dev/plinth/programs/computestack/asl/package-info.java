/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
/**
 * State machines as values: states of the Amazon States Language that say where they lead, written
 * as JSON. What the language demands of them stands in {@code dev.plinth.rules.asl}. Start at
 * {@link dev.plinth.programs.computestack.asl.StateMachineDefinition}.
 */
@NullMarked
package dev.plinth.programs.computestack.asl;

import org.jspecify.annotations.NullMarked;
