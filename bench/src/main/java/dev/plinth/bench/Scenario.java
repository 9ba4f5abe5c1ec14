/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A command to measure.
 *
 * @param name what the table calls it
 * @param resources how many resources it concerns, or 0 where the cost of one is not of interest
 * @param before commands that are run once, before the first measured run
 */
record Scenario(
    String name,
    int resources,
    Launcher launcher,
    List<String> command,
    Map<String, String> environment,
    List<List<String>> before) {

  private static final Map<String, String> WITHOUT_ARCHIVE =
      Map.of("PLINTH_JAVA_OPTS", "-Xshare:off");

  /** What every other scenario is compared with: a JVM that does nothing. */
  static final String REFERENCE = "java -version";

  static List<Scenario> all(Launcher launcher, Path example, Path scratch) throws IOException {
    String file = example.toString();
    String none = scratch.resolve("none").toString();
    String state = scratch.resolve("state").toString();
    List<String> up = launcher.plinth("up", file, "--local", "--yes", "--state", state);
    List<String> preview = launcher.plinth("preview", file, "--local", "--state", none);
    List<Scenario> scenarios = new ArrayList<>();
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    scenarios.add(single(launcher, REFERENCE, List.of(java, "-version")));
    scenarios.add(single(launcher, "version", launcher.plinth("version")));
    scenarios.add(single(launcher, "validate", launcher.plinth("validate", file)));
    scenarios.add(single(launcher, "preview", preview));
    scenarios.add(
        new Scenario(
            "preview, no class-data archive", 0, launcher, preview, WITHOUT_ARCHIVE, List.of()));
    scenarios.add(new Scenario("up, nothing changes", 0, launcher, up, Map.of(), List.of(up)));
    for (int functions : new int[] {1_000, 10_000}) {
      scenarios.add(manyFunctions(launcher, scratch, functions));
    }
    return scenarios;
  }

  private static Scenario single(Launcher launcher, String name, List<String> command) {
    return new Scenario(name, 0, launcher, command, Map.of(), List.of());
  }

  private static Scenario manyFunctions(Launcher launcher, Path scratch, int functions)
      throws IOException {
    String manifests =
        Manifests.write(scratch.resolve("functions-" + functions), functions).toString();
    String none = scratch.resolve("none").toString();
    return new Scenario(
        "preview, " + functions + " functions",
        2 * functions,
        launcher,
        launcher.plinth("preview", manifests, "--local", "--stack", "many", "--state", none),
        Map.of(),
        List.of());
  }

  void prepare() throws IOException, InterruptedException {
    for (List<String> arguments : before) {
      var unused = launcher.run(arguments, Map.of());
    }
  }

  Sample run() throws IOException, InterruptedException {
    return launcher.run(command, environment);
  }
}
