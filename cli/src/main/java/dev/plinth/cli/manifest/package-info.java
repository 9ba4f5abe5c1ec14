/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
/**
 * Manifests on their way from the command line to a deployment: read, checked, references resolved.
 * The rules themselves are the api module's. Start at {@link
 * dev.plinth.cli.manifest.ManifestCheck}.
 */
@NullMarked
package dev.plinth.cli.manifest;

import org.jspecify.annotations.NullMarked;
