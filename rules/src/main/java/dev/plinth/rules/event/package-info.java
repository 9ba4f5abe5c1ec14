/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
/** What EventBridge takes for the input of a target. Start at {@link InputTemplate}. */
@NullMarked
package dev.plinth.rules.event;

import org.jspecify.annotations.NullMarked;
