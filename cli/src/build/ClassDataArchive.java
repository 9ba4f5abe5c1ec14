/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Makes the distribution's class-data archive: runs the usual commands on example manifests, notes
 * which classes they load, and lets the JVM store those ready for use. Run by the build, with the JDK
 * that the build runs on.
 *
 * <p>Arguments: the distribution's folder, the example of a function and that of a foundation.
 */
public final class ClassDataArchive {
  private static final String JAVA_HOME = System.getProperty("java.home");

  private final Path launcher;
  private final Path jar;
  private final Path archive;
  private final Path scratch;

  private ClassDataArchive(Path distribution, Path scratch) {
    this.launcher = distribution.resolve("bin/plinth");
    this.jar = distribution.resolve("lib/plinth-cli.jar");
    this.archive = distribution.resolve("lib/plinth.jsa");
    this.scratch = scratch;
  }

  public static void main(String[] args) throws IOException, InterruptedException {
    Path scratch = Files.createTempDirectory("plinth-archive");
    try {
      new ClassDataArchive(Path.of(args[0]).toAbsolutePath(), scratch)
          .make(Path.of(args[1]).toAbsolutePath(), Path.of(args[2]).toAbsolutePath());
    } finally {
      delete(scratch);
    }
  }

  private void make(Path manifest, Path foundation) throws IOException, InterruptedException {
    String state = scratch.resolve("state").toString();
    String file = manifest.toString();
    String whole = foundation.toString();
    List<List<String>> commands =
        List.of(
            List.of("version"),
            List.of("validate", file),
            List.of("validate", "--json", file),
            List.of("preview", file, "--local", "--state", state),
            List.of("up", file, "--local", "--yes", "--state", state),
            List.of("up", file, "--local", "--yes", "--state", state),
            List.of("up", file, "--local", "--yes", "--json", "--state", state),
            List.of("outputs", file, "--state", state),
            List.of("outputs", file, "--json", "--state", state),
            List.of("destroy", file, "--local", "--yes", "--state", state),
            List.of("preview", whole, "--local", "--state", state),
            List.of("up", whole, "--local", "--yes", "--state", state),
            List.of("destroy", whole, "--local", "--yes", "--state", state));
    Set<String> classes = new LinkedHashSet<>();
    for (int i = 0; i < commands.size(); i++) {
      classes.addAll(loadedBy(commands.get(i), scratch.resolve(i + ".classes")));
    }
    Path list = Files.write(scratch.resolve("all.classes"), classes);
    Files.deleteIfExists(archive);
    // The heap part of an archive can only be written by G1; any collector can read it.
    run(
        List.of(
            Path.of(JAVA_HOME, "bin", "java").toString(),
            "-Xlog:disable",
            "-Xshare:dump",
            "-XX:+UseG1GC",
            "-XX:SharedClassListFile=" + list,
            "-XX:SharedArchiveFile=" + archive,
            "-cp",
            jar.toString()),
        "");
  }

  private List<String> loadedBy(List<String> arguments, Path list)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(launcher.toString());
    command.addAll(arguments);
    run(command, "-Xshare:off -XX:DumpLoadedClassList=" + list);
    try (Stream<String> lines = Files.lines(list)) {
      return lines
          .filter(line -> !line.startsWith("#") && !line.contains(" source:"))
          .map(line -> line.replaceAll(" id: \\d+.*", ""))
          .toList();
    }
  }

  private void run(List<String> command, String javaOptions)
      throws IOException, InterruptedException {
    Path output = scratch.resolve("output.txt");
    ProcessBuilder process =
        new ProcessBuilder(command)
            .directory(scratch.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile());
    // Nothing of the builder's own account may be touched.
    process.environment().keySet().removeIf(name -> name.startsWith("AWS_"));
    process.environment().put("HOME", scratch.toString());
    process.environment().put("JAVA_HOME", JAVA_HOME);
    process.environment().put("PLINTH_JAVA_OPTS", javaOptions);
    int exit = process.start().waitFor();
    if (exit != 0) {
      throw new IllegalStateException(
          String.join(" ", command) + " ended with " + exit + "\n" + Files.readString(output));
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
