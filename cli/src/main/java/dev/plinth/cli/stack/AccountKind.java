/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.cli.stack;

import java.util.Locale;

/** Where a stack's resources are. */
public enum AccountKind {
  /** In the local account, in a folder. */
  LOCAL,
  /** In AWS, or behind another endpoint that speaks AWS. */
  AWS;

  /** As the tag has it. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
