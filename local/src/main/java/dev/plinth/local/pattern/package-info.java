/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
/**
 * Event patterns, as rules, pipes and event source mappings filter events with them. Start at
 * {@link dev.plinth.local.pattern.EventPattern}.
 */
@NullMarked
package dev.plinth.local.pattern;

import org.jspecify.annotations.NullMarked;
