/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
/**
 * Which paths the routes of an HTTP API may have. Start at {@link
 * dev.plinth.rules.route.RoutePath}.
 */
@NullMarked
package dev.plinth.rules.route;

import org.jspecify.annotations.NullMarked;
