/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.cli.render;

import dev.plinth.cli.render.Palette.Color;
import dev.plinth.engine.event.ResourceView;
import dev.plinth.engine.event.StepInfo;
import dev.plinth.engine.provider.PropertyDiff;
import dev.plinth.engine.provider.PropertyDiff.Kind;
import dev.plinth.engine.value.PropertyMap;
import dev.plinth.engine.value.PropertyValue;
import java.util.Map;
import java.util.Optional;

/** What an update or a replacement changes: one line for each property path, old =&gt; new. */
final class ChangeText {
  private static final String INDENT = "      ";
  private static final String ABSENT = "<null>";

  private final Palette palette;
  private final int width;
  private final FilesText files;

  ChangeText(Palette palette, int width) {
    this.palette = palette;
    this.width = width;
    this.files = new FilesText(palette);
  }

  /** All lines, each with its line end; empty when no property is known to change. */
  String of(StepInfo step) {
    StringBuilder text = new StringBuilder();
    for (Map.Entry<String, PropertyDiff> entry : step.diff().entrySet()) {
      append(text, entry.getKey(), entry.getValue(), step);
      Optional.ofNullable(step.files().get(entry.getKey())).map(files::of).ifPresent(text::append);
    }
    return text.toString();
  }

  private void append(StringBuilder text, String path, PropertyDiff diff, StepInfo step) {
    String symbol = symbol(diff.kind());
    String head = INDENT + palette.paint(color(diff.kind()), symbol) + " " + path + ": ";
    int indent = INDENT.length() + symbol.length() + 1;
    String old = shown(old(path, diff, step));
    String now = shown(now(path, step));
    String mark = diff.replaces() ? "  (forces replacement)" : "";
    if (old.equals(ABSENT) && now.equals(ABSENT)) {
      // A reason of the engine's own, which is no property.
      text.append(head.substring(0, head.length() - 2)).append(mark).append('\n');
      return;
    }
    switch (diff.kind()) {
      case ADD -> text.append(head).append(now).append(mark).append('\n');
      case DELETE -> text.append(head).append(old).append(mark).append('\n');
      case UPDATE -> {
        int length = indent + path.length() + 2 + old.length() + 4 + now.length() + mark.length();
        if (length <= width) {
          text.append(head).append(old).append(" => ").append(now).append(mark).append('\n');
        } else {
          String below = "\n" + " ".repeat(indent);
          text.append(head.stripTrailing()).append(mark.isEmpty() ? "" : " " + mark.strip());
          text.append(below).append("   ").append(old);
          text.append(below).append("=> ").append(now).append('\n');
        }
      }
    }
  }

  /** What the provider compared with: the old inputs, or what the resource was found to be. */
  private static Optional<PropertyValue> old(String path, PropertyDiff diff, StepInfo step) {
    PropertyMap inputs = step.before().map(ResourceView::inputs).orElse(PropertyMap.empty());
    PropertyMap outputs = step.before().map(ResourceView::outputs).orElse(PropertyMap.empty());
    return diff.inputDiff()
        ? PropertyLookup.find(inputs, path).or(() -> PropertyLookup.find(outputs, path))
        : PropertyLookup.find(outputs, path).or(() -> PropertyLookup.find(inputs, path));
  }

  private static Optional<PropertyValue> now(String path, StepInfo step) {
    PropertyMap inputs = step.after().map(ResourceView::inputs).orElse(PropertyMap.empty());
    PropertyMap outputs = step.after().map(ResourceView::outputs).orElse(PropertyMap.empty());
    return PropertyLookup.find(inputs, path).or(() -> PropertyLookup.find(outputs, path));
  }

  private static String shown(Optional<PropertyValue> value) {
    return value.map(ValueText::of).orElse(ABSENT);
  }

  private static String symbol(Kind kind) {
    return switch (kind) {
      case ADD -> "+";
      case DELETE -> "-";
      case UPDATE -> "~";
    };
  }

  private static Color color(Kind kind) {
    return switch (kind) {
      case ADD -> Color.GREEN;
      case DELETE -> Color.RED;
      case UPDATE -> Color.YELLOW;
    };
  }
}
