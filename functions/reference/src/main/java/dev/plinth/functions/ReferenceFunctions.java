/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.functions;

import java.net.URISyntaxException;
import java.nio.file.Path;

/** Where the code of this package lies, for those who deploy it. */
public final class ReferenceFunctions {
  private ReferenceFunctions() {}

  /** The jar that holds the functions; the folder with their classes before there is one. */
  public static Path location() {
    try {
      return Path.of(
          ReferenceFunctions.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException("the place of the functions is no URI", e);
    }
  }
}
