/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.bench;

import java.util.List;
import java.util.Locale;

/** The table that docs/performance.md shows. */
final class Report {
  private Report() {}

  static String markdown(List<Summary> summaries, int runs) {
    StringBuilder text = new StringBuilder();
    text.append(
        String.format(
            Locale.ROOT,
            "%d processors, JDK %s, %s, %d runs each%n%n",
            Runtime.getRuntime().availableProcessors(),
            Runtime.version().feature(),
            System.getProperty("os.name"),
            runs));
    text.append(
        "| command | median | min – max | to java -version | peak memory | per resource |\n");
    text.append("|---|---|---|---|---|---|\n");
    double reference =
        summaries.stream()
            .filter(summary -> summary.name().equals(Scenario.REFERENCE))
            .mapToDouble(Summary::median)
            .findFirst()
            .orElseThrow();
    for (Summary summary : summaries) {
      text.append(
          String.format(
              Locale.ROOT,
              "| %s | %.2f s | %.2f – %.2f s | %.1f× | %.0f MiB | %s |%n",
              summary.name(),
              summary.median(),
              summary.min(),
              summary.max(),
              summary.median() / reference,
              summary.peak(),
              perResource(summary)));
    }
    return text.toString();
  }

  private static String perResource(Summary summary) {
    return summary.microsPerResource() == 0
        ? ""
        : String.format(Locale.ROOT, "%.0f µs", summary.microsPerResource());
  }
}
