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
final class Installation {
  private final Path home;

  Installation(Path home) {
    this.home = home;
  }

  Map<String, String> environment() {
    return Map.of("PULUMI_HOME", home.toString(), "PATH", "/usr/bin:/bin");
  }

  Path ledger() {
    return home.resolve("ledger");
  }

  /** The lines that the demo plugin wrote, but for its start. */
  List<String> asked() throws IOException {
    return Files.readAllLines(ledger()).stream()
        .filter(line -> !line.startsWith("started") && !line.startsWith("configured"))
        .toList();
  }

  Installation demo(String version) throws IOException {
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
