/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.cli.render;

import dev.plinth.engine.event.Severity;

/** What a provider plugin says of its own accord, as a line for people. */
public final class PluginText {
  private PluginText() {}

  public static String line(Severity severity, String packageName, String message) {
    String prefix =
        switch (severity) {
          case INFO -> "";
          case WARNING -> "warning: ";
          case ERROR -> "error: ";
        };
    return packageName + ": " + prefix + Printable.of(message) + "\n";
  }
}
