/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.engine.state.layout;

import dev.plinth.engine.state.StateException;
import java.nio.charset.StandardCharsets;

/**
 * {@code meta.yaml}, which says how things are laid out. Version 1 has a folder for each project.
 * Before it there was no such file, and stacks stood side by side; that layout is refused.
 */
public final class LayoutVersion {
  private static final String VERSION_KEY = "version:";

  private LayoutVersion() {}

  /** What the file holds. */
  public static byte[] content() {
    return "version: 1\n".getBytes(StandardCharsets.UTF_8);
  }

  /**
   * Makes sure that a layout is the one that can be used.
   *
   * @param root what is laid out, for messages
   */
  public static void require(byte[] content, String root) {
    String version = parse(content);
    if (!version.equals("1")) {
      throw new StateException(
          root + " holds state in layout " + version + ", and layout 1 can be used",
          "use a newer version of Plinth, or keep the state elsewhere",
          null);
    }
  }

  /** What is said of a root that has states, and no file. */
  public static StateException legacy(String root) {
    return new StateException(
        root + " holds state in Pulumi's old layout, without project folders",
        "run `pulumi state upgrade` on it, or keep the state elsewhere",
        null);
  }

  private static String parse(byte[] content) {
    return new String(content, StandardCharsets.UTF_8)
        .lines()
        .filter(line -> line.startsWith(VERSION_KEY))
        .map(line -> line.substring(VERSION_KEY.length()).strip())
        .findFirst()
        .orElse("unknown");
  }
}
