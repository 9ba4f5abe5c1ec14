/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.api.diagnostic;

import java.util.Locale;

/** How bad a finding is. */
public enum Severity {
  /** Nothing can be deployed before this is mended. */
  ERROR,
  /** It can be deployed, but the user may not want what comes of it. */
  WARNING;

  /** The word for it in output, in lower case. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
