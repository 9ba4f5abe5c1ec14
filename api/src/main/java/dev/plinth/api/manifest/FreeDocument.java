/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.api.manifest;

import com.google.protobuf.Struct;

/**
 * A document of any kind, as it stands.
 *
 * @param content its fields, by the names it uses
 * @param sources where they stand
 */
public record FreeDocument(Struct content, SourceMap sources) {}
