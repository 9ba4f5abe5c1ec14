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
import java.util.Optional;

/**
 * A command to measure.
 *
 * @param name what the table calls it
 * @param resources how many resources it concerns, or 0 where the cost of one is not of interest
 * @param before commands that are run once, before the first measured run
 * @param start a folder that each run finds copied to {@link #folder}, or an absent one; empty
 *     where the runs need no folder
 * @param folder where each run finds it
 */
record Scenario(
    String name,
    int resources,
    Launcher launcher,
    List<String> command,
    Map<String, String> environment,
    List<List<String>> before,
    Optional<Path> start,
    Path folder) {

  private static final Map<String, String> WITHOUT_ARCHIVE =
      Map.of("PLINTH_JAVA_OPTS", "-Xshare:off");

  /** What every other scenario is compared with: a JVM that does nothing. */
  static final String REFERENCE = "java -version";

  static List<Scenario> all(Launcher launcher, Path examples, Path scratch) throws IOException {
    String file = examples.resolve("aws-lambda/function.yaml").toString();
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
    scenarios.addAll(foundation(launcher, examples, scratch));
    for (int functions : new int[] {1_000, 10_000}) {
      scenarios.add(manyFunctions(launcher, scratch, functions));
    }
    for (int resources : new int[] {1_000, 10_000}) {
      scenarios.addAll(engineAlone(launcher, java, scratch, resources));
    }
    return scenarios;
  }

  /** The smallest {@code AwsComputeStack}, which is all of its topology. */
  private static List<Scenario> foundation(Launcher launcher, Path examples, Path scratch) {
    String file = examples.resolve("compute-stack/minimal.yaml").toString();
    String none = scratch.resolve("none").toString();
    String state = scratch.resolve("state").toString();
    List<String> preview = launcher.plinth("preview", file, "--local", "--state", none);
    List<String> up = launcher.plinth("up", file, "--local", "--yes", "--state", state);
    return List.of(
        single(launcher, "validate, foundation", launcher.plinth("validate", file)),
        single(launcher, "preview, foundation", preview),
        new Scenario("up, nothing changes, foundation", 0, launcher, up, Map.of(), List.of(up)));
  }

  /** A command whose runs leave nothing behind that the next one minds. */
  Scenario(
      String name,
      int resources,
      Launcher launcher,
      List<String> command,
      Map<String, String> environment,
      List<List<String>> before) {
    this(name, resources, launcher, command, environment, before, Optional.empty(), Path.of(""));
  }

  /** Creating, keeping and destroying so many resources with a provider that answers at once. */
  private static List<Scenario> engineAlone(
      Launcher launcher, String java, Path scratch, int resources) {
    Path made = scratch.resolve("made-" + resources);
    Path folder = scratch.resolve("engine-" + resources);
    List<String> make = launcher.engine(java, "up", resources, made);
    List<String> up = launcher.engine(java, "up", resources, folder);
    List<String> destroy = launcher.engine(java, "destroy", resources, folder);
    Optional<Path> nothing = Optional.of(scratch.resolve("absent"));
    Optional<Path> all = Optional.of(made);
    String of = ", " + resources + " resources";
    return List.of(
        new Scenario(
            "engine: create" + of, resources, launcher, up, Map.of(), List.of(), nothing, folder),
        new Scenario(
            "engine: no change" + of,
            resources,
            launcher,
            up,
            Map.of(),
            List.of(make),
            all,
            folder),
        new Scenario(
            "engine: destroy" + of,
            resources,
            launcher,
            destroy,
            Map.of(),
            List.of(),
            all,
            folder));
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
    if (start.isPresent()) {
      Folder.delete(folder);
      Folder.copy(start.get(), folder);
    }
    return launcher.run(command, environment);
  }
}
