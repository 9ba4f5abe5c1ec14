/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.api.manifest;

/**
 * The text of one file.
 *
 * @param name as the user gave it
 */
record SourceText(String name, String text) {}
