/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
/**
 * Permissions as a consequence of wiring: each edge between a function and a resource is a value,
 * and becomes the statements of a policy that allow exactly it. Start at {@link
 * dev.plinth.api.computestack.access.Edge}.
 */
@NullMarked
package dev.plinth.api.computestack.access;

import org.jspecify.annotations.NullMarked;
