/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
/**
 * Amazon EventBridge's control plane: buses, rules and targets. No event is delivered. Start at
 * {@link dev.plinth.local.events.LocalEventsClient}.
 */
@NullMarked
package dev.plinth.local.events;

import org.jspecify.annotations.NullMarked;
