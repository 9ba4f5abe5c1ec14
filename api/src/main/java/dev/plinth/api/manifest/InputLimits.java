/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.api.manifest;

/**
 * How much of a document is read before it is refused. All are far above what a manifest needs (the
 * largest examples are a few KB) and far below what would exhaust memory or the stack.
 */
final class InputLimits {
  /** Size of one file, in bytes. */
  static final int FILE_BYTES = 4 * 1024 * 1024;

  /** Mappings and lists within each other. */
  static final int DEPTH = 64;

  /** Nodes of one document once its aliases are followed. */
  static final int NODES = 200_000;

  /** Uses of an alias of a mapping or list in one document. */
  static final int COLLECTION_ALIASES = 100;

  private InputLimits() {}
}
