/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.cli.render;

import dev.plinth.cli.render.Palette.Color;
import dev.plinth.engine.asset.ArchiveChanges;
import java.util.List;

/** Which files differ in an archive: one line for each, as many as a screen has room for. */
final class FilesText {
  private static final String INDENT = "          ";

  /** All of them are in the JSON form. */
  private static final int MOST = 10;

  private final Palette palette;

  FilesText(Palette palette) {
    this.palette = palette;
  }

  /** All lines, each with its line end; empty when no file is known to differ. */
  String of(ArchiveChanges files) {
    StringBuilder text = new StringBuilder();
    int left = MOST;
    left = append(text, files.changed(), "~", Color.YELLOW, left);
    left = append(text, files.added(), "+", Color.GREEN, left);
    append(text, files.removed(), "-", Color.RED, left);
    int all = files.changed().size() + files.added().size() + files.removed().size();
    if (all > MOST) {
      text.append(INDENT).append("and ").append(Quantity.of(all - MOST, "more file")).append('\n');
    }
    return text.toString();
  }

  private int append(StringBuilder text, List<String> paths, String symbol, Color color, int left) {
    for (String path : paths.subList(0, Math.min(left, paths.size()))) {
      text.append(INDENT).append(palette.paint(color, symbol)).append(' ');
      text.append(Printable.of(path)).append('\n');
    }
    return Math.max(0, left - paths.size());
  }
}
