/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
/**
 * AWS Step Functions' control plane: state machines and their versions. Nothing is executed. Start
 * at {@link dev.plinth.local.states.LocalStatesClient}.
 */
@NullMarked
package dev.plinth.local.states;

import org.jspecify.annotations.NullMarked;
