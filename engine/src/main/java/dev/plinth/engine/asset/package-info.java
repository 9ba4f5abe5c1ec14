/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
/**
 * What assets and archives contain: read from the text, file, folder, zip or jar that they name,
 * and hashed. Both the engine, which compares hashes, and a provider, which uploads contents, read
 * them through {@link dev.plinth.engine.asset.ArchiveContents} and {@link
 * dev.plinth.engine.asset.AssetContent}. Nothing here writes a file or opens a network connection.
 */
@NullMarked
package dev.plinth.engine.asset;

import org.jspecify.annotations.NullMarked;
