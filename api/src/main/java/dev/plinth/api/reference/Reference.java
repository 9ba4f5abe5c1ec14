/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.api.reference;

import dev.plinth.api.diagnostic.SourceLocation;

/**
 * A field that takes its value from another resource, with the field's defaults filled in.
 *
 * @param fieldPath the field that wants the value
 * @param target the resource that has it
 * @param targetPath where it has it, such as {@code status.outputs.role_arn}
 * @param location where the reference is written
 */
public record Reference(
    String fieldPath, ResourceKey target, String targetPath, SourceLocation location) {}
