/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.engine.secret;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;

/** Finds the passphrase where Pulumi's own command looks for it. */
final class Passphrase {
  static final String VARIABLE = "PULUMI_CONFIG_PASSPHRASE";
  static final String FILE_VARIABLE = "PULUMI_CONFIG_PASSPHRASE_FILE";

  private final Map<String, String> environment;

  Passphrase(Map<String, String> environment) {
    this.environment = environment;
  }

  /** The passphrase; it may be empty, if that is what the variable says. */
  char[] read() {
    String given = environment.get(VARIABLE);
    if (given != null) {
      return given.toCharArray();
    }
    String file = environment.get(FILE_VARIABLE);
    if (file != null && !file.isEmpty()) {
      return readFile(file);
    }
    throw new SecretsException(
        "the stack has secrets, and there is no passphrase to encrypt or decrypt them with",
        "set " + VARIABLE + ", or set " + FILE_VARIABLE + " to a file that holds the passphrase",
        null);
  }

  private static char[] readFile(String file) {
    try {
      return Files.readString(Path.of(file)).trim().toCharArray();
    } catch (IOException | InvalidPathException e) {
      throw new SecretsException(
          "the passphrase file " + file + " cannot be read: " + e.getClass().getSimpleName(),
          "set " + FILE_VARIABLE + " to a text file that you may read, or set " + VARIABLE,
          e);
    }
  }
}
