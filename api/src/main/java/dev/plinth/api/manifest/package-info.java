/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
/**
 * From files to typed messages. A YAML or JSON text becomes a tree of nodes with places, the tree
 * becomes a protobuf message, and a map from field path to place is kept beside the message, so
 * that whoever finds fault with a field later can still point at its line. Bad input of any sort
 * becomes diagnostics, all of them in one run. Start at {@link
 * dev.plinth.api.manifest.ManifestLoader}.
 */
@NullMarked
package dev.plinth.api.manifest;

import org.jspecify.annotations.NullMarked;
