/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.interop.moto;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.opentest4j.TestAbortedException;

/**
 * Where {@code interop/moto/setup} puts moto.
 *
 * @param folder {@code interop/moto}
 */
record MotoInstallation(Path folder) {
  private static final String MISSING =
      "moto is not installed as interop/moto/requirements.txt has it: run interop/moto/setup";

  /** The installation of this checkout. */
  static MotoInstallation ofCheckout() {
    Path module = Path.of("").toAbsolutePath();
    for (Path place = module; place != null; place = place.getParent()) {
      if (Files.exists(place.resolve("interop/moto/requirements.txt"))) {
        return new MotoInstallation(place.resolve("interop/moto"));
      }
    }
    throw new IllegalStateException("no folder above " + module + " has interop/moto");
  }

  /**
   * Goes on only where moto is installed as required.
   *
   * @param environment in which {@code CI} says that there is no excuse
   * @throws AssertionError in CI
   * @throws TestAbortedException elsewhere, which skips the test
   */
  MotoInstallation demand(Map<String, String> environment) {
    if (isCurrent()) {
      return this;
    }
    if (environment.containsKey("CI")) {
      throw new AssertionError(MISSING);
    }
    throw new TestAbortedException(MISSING);
  }

  Path python() {
    return folder.resolve(".venv/bin/python");
  }

  Path server() {
    return folder.resolve("serve.py");
  }

  private boolean isCurrent() {
    Path installed = folder.resolve(".venv/requirements.txt");
    try {
      return Files.isExecutable(python())
          && Files.exists(installed)
          && Files.mismatch(installed, folder.resolve("requirements.txt")) < 0;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
