/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.plugin;

import java.nio.file.Path;
import java.util.Optional;

/**
 * A plugin that is installed.
 *
 * @param version such as {@code 4.16.0}; empty for one that is found by name alone
 */
record PluginBinary(Path executable, Optional<String> version) {}
