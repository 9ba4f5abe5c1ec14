/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.cli.render;

import dev.plinth.engine.event.EngineEvent.Diagnostic;
import dev.plinth.engine.event.Severity;
import dev.plinth.engine.urn.Urn;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Gathers a run's messages and shows them by resource. */
final class DiagnosticsText {
  private static final String INDENT = "    ";

  private final ProblemText problems;
  private final Origins origins;
  private final List<Diagnostic> general = new ArrayList<>();
  private final Map<Urn, List<Diagnostic>> byUrn = new TreeMap<>();

  DiagnosticsText(Palette palette, Origins origins) {
    this.problems = new ProblemText(palette);
    this.origins = origins;
  }

  void add(Diagnostic diagnostic) {
    List<Diagnostic> list =
        diagnostic
            .urn()
            .map(urn -> byUrn.computeIfAbsent(urn, key -> new ArrayList<>()))
            .orElse(general);
    if (!list.contains(diagnostic)) {
      list.add(diagnostic);
    }
  }

  /** The section, or nothing when there was no message. */
  String section() {
    if (general.isEmpty() && byUrn.isEmpty()) {
      return "";
    }
    StringBuilder text = new StringBuilder("Diagnostics:\n");
    append(text, general);
    byUrn.forEach(
        (urn, list) -> {
          text.append("  ").append(TypeName.shown(urn.type())).append(" (");
          text.append(Printable.of(urn.name())).append("):\n");
          append(text, list);
        });
    return text.append('\n').toString();
  }

  private void append(StringBuilder text, List<Diagnostic> list) {
    for (Diagnostic diagnostic : list) {
      Optional<Place> place = origins.find(diagnostic);
      String property = diagnostic.property();
      String block =
          problems.of(
              word(diagnostic.severity()),
              code(diagnostic.severity()),
              place.map(Place::location),
              place.map(Place::field).filter(field -> !field.isEmpty()).orElse(property),
              diagnostic.message(),
              diagnostic.remedy().orElse(""));
      block.lines().forEach(line -> text.append(INDENT).append(line).append('\n'));
    }
  }

  static String word(Severity severity) {
    return switch (severity) {
      case INFO -> "info";
      case WARNING -> "warning";
      case ERROR -> "error";
    };
  }

  private static String code(Severity severity) {
    return switch (severity) {
      case INFO -> "deployment.message";
      case WARNING -> "deployment.warning";
      case ERROR -> "deployment.failed";
    };
  }
}
