/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.plugin;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;

/** A home with plugins in it, as {@code pulumi plugin install} leaves them. */
public final class Installation {
  private final Path home;

  public Installation(Path home) {
    this.home = home;
  }

  public Map<String, String> environment() {
    return Map.of("PULUMI_HOME", home.toString(), "PATH", "/usr/bin:/bin");
  }

  public Path ledger() {
    return home.resolve("ledger");
  }

  /** Lets the demo plugin find a thing of this size, whoever made it. */
  public Installation thing(String id, String size) throws IOException {
    Things.beside(ledger()).put(id, size);
    return this;
  }

  /** Lets the demo plugin find no such thing. */
  public Installation withoutThing(String id) throws IOException {
    Things.beside(ledger()).remove(id);
    return this;
  }

  /** The lines that the demo plugin wrote, but for its start. */
  public List<String> asked() throws IOException {
    return Files.readAllLines(ledger()).stream()
        .filter(line -> !line.startsWith("started") && !line.startsWith("configured"))
        .toList();
  }

  public Installation demo(String version) throws IOException {
    return script(
        "demo",
        version,
        "exec '%s' -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -cp '%s' %s '%s' \"$@\""
            .formatted(
                Path.of(System.getProperty("java.home"), "bin", "java"),
                System.getProperty("java.class.path"),
                DemoPlugin.class.getName(),
                ledger()));
  }

  /** A plugin that is a shell script. */
  Installation script(String packageName, String version, String line) throws IOException {
    Path folder =
        Files.createDirectories(
            home.resolve("plugins").resolve("resource-" + packageName + "-v" + version));
    Path file =
        Files.writeString(
            folder.resolve("pulumi-resource-" + packageName), "#!/bin/sh\n" + line + "\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
    return this;
  }
}
