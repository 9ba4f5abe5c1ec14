/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
/**
 * Documents inside properties: JSON text and policies, compared by what they say rather than by how
 * they are written. Nothing here knows AWS's SDK.
 */
@NullMarked
package dev.plinth.aws.document;

import org.jspecify.annotations.NullMarked;
