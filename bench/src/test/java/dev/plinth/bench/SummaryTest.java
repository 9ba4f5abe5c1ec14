/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SummaryTest {
  private static final Scenario MANY =
      new Scenario(
          "many",
          2_000,
          new Launcher(Path.of("none"), Path.of("none")),
          List.of(),
          Map.of(),
          List.of());

  @Test
  void theMedianOfAnEvenNumberIsTheMeanOfTheTwoInTheMiddle() {
    assertThat(Summary.median(new double[] {1, 2, 4, 9})).isEqualTo(3);
    assertThat(Summary.median(new double[] {1, 2, 9})).isEqualTo(2);
  }

  @Test
  void aSummaryKeepsTheSpreadAndTheHighestMemory() {
    Summary summary =
        Summary.of(MANY, List.of(new Sample(3, 10), new Sample(1, 30), new Sample(2, 20)));

    assertThat(summary).isEqualTo(new Summary("many", 1, 2, 3, 30, 1_000));
  }

  @Test
  void theReportComparesWithAJvmThatDoesNothing() {
    String report =
        Report.markdown(
            List.of(
                new Summary("java -version", 1, 1, 1, 50, 0),
                new Summary("many", 1, 2, 3, 60, 1_000)),
            10);

    assertThat(report).contains("| many | 2.00 s | 1.00 – 3.00 s | 2.0× | 60 MiB | 1000 µs |");
  }
}
