/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.cli.render;

import dev.plinth.api.diagnostic.Diagnostic;
import dev.plinth.api.diagnostic.SourceLocation;
import dev.plinth.cli.render.Palette.Color;
import java.util.List;
import java.util.Optional;

/**
 * What is wrong, where, and how to mend it:
 *
 * <pre>
 * error[manifest.out-of-range]  orders.yaml:14:17  spec.memory_mb
 *   memory_mb is 64, below the smallest size that AWS Lambda accepts (128).
 *   fix: set spec.memory_mb to a value from 128 to 10240.
 * </pre>
 */
public final class ProblemText {
  private final Palette palette;

  public ProblemText(Palette palette) {
    this.palette = palette;
  }

  /** A finding about a manifest, with a line end. */
  public String of(Diagnostic diagnostic) {
    return of(
        diagnostic.isError() ? "error" : "warning",
        diagnostic.code(),
        diagnostic.location(),
        diagnostic.fieldPath(),
        diagnostic.message(),
        diagnostic.remedy());
  }

  /** How many findings there were in how many manifests, with a line end. */
  public static String summary(List<Diagnostic> diagnostics, int manifests) {
    long errors = diagnostics.stream().filter(Diagnostic::isError).count();
    long warnings = diagnostics.size() - errors;
    String found =
        errors == 0 && warnings == 0
            ? "valid"
            : Quantity.of(errors, "error") + ", " + Quantity.of(warnings, "warning");
    return Quantity.of(manifests, "manifest") + ": " + found + "\n";
  }

  /** An error without a place, with a line end. */
  public String ofError(String code, String message, String remedy) {
    return of("error", code, Optional.empty(), "", message, remedy);
  }

  /**
   * The general form, with a line end.
   *
   * @param word the severity
   * @param remedy may be empty
   */
  String of(
      String word,
      String code,
      Optional<SourceLocation> location,
      String field,
      String message,
      String remedy) {
    StringBuilder text = new StringBuilder();
    text.append(palette.paint(color(word), word + "[" + code + "]"));
    location.ifPresent(place -> text.append("  ").append(Printable.of(place.toString())));
    if (!field.isEmpty()) {
      text.append("  ").append(Printable.of(field));
    }
    text.append('\n');
    appendIndented(text, "", message);
    if (!remedy.isEmpty()) {
      appendIndented(text, "fix: ", remedy);
    }
    return text.toString();
  }

  private static void appendIndented(StringBuilder text, String lead, String lines) {
    String indent = "  " + " ".repeat(lead.length());
    String first = "  " + lead;
    for (String line : Printable.lines(lines)) {
      text.append(first).append(line).append('\n');
      first = indent;
    }
  }

  private static Color color(String word) {
    return switch (word) {
      case "error" -> Color.RED;
      case "warning" -> Color.YELLOW;
      default -> Color.NONE;
    };
  }
}
