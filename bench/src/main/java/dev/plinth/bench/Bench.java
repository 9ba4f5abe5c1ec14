/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Runs every scenario several times, in turns rather than in blocks so that a machine that drifts
 * drifts for all of them alike, and prints a table in Markdown.
 *
 * <p>Arguments: the distribution's folder, the repository's folder, the number of counted runs.
 */
public final class Bench {
  private Bench() {}

  public static void main(String[] args) throws IOException, InterruptedException {
    if (args.length != 3) {
      throw new IllegalArgumentException("usage: Bench DISTRIBUTION REPOSITORY RUNS");
    }
    Path scratch = Files.createTempDirectory("plinth-bench");
    try {
      Path examples = Path.of(args[1]).toAbsolutePath().resolve("examples");
      Launcher launcher = new Launcher(Path.of(args[0]).toAbsolutePath(), scratch);
      measure(Scenario.all(launcher, examples, scratch), Integer.parseInt(args[2]), System.out);
    } finally {
      Folder.delete(scratch);
    }
  }

  private static void measure(List<Scenario> scenarios, int runs, PrintStream out)
      throws IOException, InterruptedException {
    List<List<Sample>> samples = new ArrayList<>();
    for (Scenario scenario : scenarios) {
      scenario.prepare();
      scenario.run();
      samples.add(new ArrayList<>());
    }
    for (int run = 0; run < runs; run++) {
      for (int i = 0; i < scenarios.size(); i++) {
        samples.get(i).add(scenarios.get(i).run());
      }
    }
    List<Summary> summaries = new ArrayList<>();
    for (int i = 0; i < scenarios.size(); i++) {
      summaries.add(Summary.of(scenarios.get(i), samples.get(i)));
    }
    out.print(Report.markdown(summaries, runs));
  }
}
