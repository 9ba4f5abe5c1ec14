/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.cli.env;

import java.util.Optional;

/** Which Plinth this is. */
public final class ProgramVersion {
  private ProgramVersion() {}

  /** The build writes it into the jar's manifest; there is none outside of a jar. */
  public static String text() {
    return Optional.ofNullable(ProgramVersion.class.getPackage().getImplementationVersion())
        .orElse("development");
  }
}
