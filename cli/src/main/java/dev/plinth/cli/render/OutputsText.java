/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.cli.render;

import dev.plinth.cli.render.Palette.Color;
import dev.plinth.engine.value.PropertyMap;
import dev.plinth.engine.value.PropertyValue;
import java.util.Optional;
import java.util.TreeSet;

/** A stack's outputs, one to a line, with what has changed. */
public final class OutputsText {
  private final Palette palette;

  public OutputsText(Palette palette) {
    this.palette = palette;
  }

  /** The outputs as they are, secrets masked. */
  public String of(PropertyMap outputs) {
    return compare(outputs, outputs);
  }

  /** The section of a run's report; nothing when there are no outputs. */
  String section(PropertyMap olds, PropertyMap news) {
    String lines = compare(olds, news);
    return lines.isEmpty() ? "" : "Outputs:\n" + lines + "\n";
  }

  private String compare(PropertyMap olds, PropertyMap news) {
    TreeSet<String> names = new TreeSet<>(olds.names());
    names.addAll(news.names());
    int longest = names.stream().mapToInt(String::length).max().orElse(0);
    StringBuilder text = new StringBuilder();
    for (String name : names) {
      String label = Printable.of(name) + " ".repeat(longest - name.length()) + ": ";
      text.append(line(label, olds.get(name), news.get(name)));
    }
    return text.toString();
  }

  private String line(String label, Optional<PropertyValue> old, Optional<PropertyValue> now) {
    if (now.isEmpty()) {
      return "  " + palette.paint(Color.RED, "-") + " " + label + shown(old) + "\n";
    }
    if (old.isEmpty()) {
      return "  " + palette.paint(Color.GREEN, "+") + " " + label + shown(now) + "\n";
    }
    if (old.equals(now)) {
      return "    " + label + shown(now) + "\n";
    }
    String change = shown(old) + " => " + shown(now);
    return "  " + palette.paint(Color.YELLOW, "~") + " " + label + change + "\n";
  }

  private static String shown(Optional<PropertyValue> value) {
    return value.map(ValueText::of).orElse("");
  }
}
