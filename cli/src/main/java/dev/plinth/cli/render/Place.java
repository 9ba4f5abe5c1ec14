/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.cli.render;

import dev.plinth.api.diagnostic.SourceLocation;

/**
 * Where in a manifest something comes from.
 *
 * @param field the manifest's field, such as {@code spec.role_arn}; empty for the whole document
 */
public record Place(SourceLocation location, String field) {}
