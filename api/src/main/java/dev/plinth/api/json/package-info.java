/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
/** Writes JSON, for texts that are sent to AWS and measured before, and reads it in manifests. */
@NullMarked
package dev.plinth.api.json;

import org.jspecify.annotations.NullMarked;
