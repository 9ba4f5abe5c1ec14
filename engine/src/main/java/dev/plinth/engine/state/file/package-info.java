/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
/**
 * Stacks kept in a folder, in the layout that Pulumi's own {@code file://} backend has, so that
 * either tool sees what the other left. Start at {@link
 * dev.plinth.engine.state.file.FileStateStore}.
 */
@NullMarked
package dev.plinth.engine.state.file;

import org.jspecify.annotations.NullMarked;
