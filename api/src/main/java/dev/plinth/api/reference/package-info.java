/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
/**
 * Values that a manifest takes from the outputs of other resources ({@code value_from}). References
 * are found by type, wherever they stand in a message, completed with the defaults of their fields,
 * and replaced by what the sources of outputs have. Start at {@link
 * dev.plinth.api.reference.ReferenceResolver}.
 */
@NullMarked
package dev.plinth.api.reference;

import org.jspecify.annotations.NullMarked;
