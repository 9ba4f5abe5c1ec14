/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
/**
 * What was found wrong in what a user gave, as values: severity, code, place, message and remedy.
 * How they look on a screen is for the reader of these values to say. Start at {@link
 * dev.plinth.api.diagnostic.Diagnostic}.
 */
@NullMarked
package dev.plinth.api.diagnostic;

import org.jspecify.annotations.NullMarked;
