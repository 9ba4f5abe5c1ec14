/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
/**
 * The Amazon States Language: what is wrong with a state machine's definition. Start at {@link
 * dev.plinth.rules.asl.StateMachineRules}.
 */
@NullMarked
package dev.plinth.rules.asl;

import org.jspecify.annotations.NullMarked;
