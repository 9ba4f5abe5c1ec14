/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.api.computestack;

/**
 * A part of the manifest, or the default in its stead.
 *
 * @param path where it stands, or what encloses it where it is a default
 */
public record Placed<T>(String path, T spec) {}
