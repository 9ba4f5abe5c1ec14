/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.programs.awslambda;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Runs debug.sh with a pulumi and a java that say how they were called. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "debug.sh is a shell script")
class DebugScriptTest {
  private static final String AGENT = "-agentlib:jdwp=transport=dt_socket,server=y,suspend=y";

  @TempDir Path folder;

  @BeforeEach
  void copyScript() throws Exception {
    Files.copy(Path.of("debug.sh"), folder.resolve("debug.sh"), StandardCopyOption.COPY_ATTRIBUTES);
    executable(folder.resolve("bin/java"), "echo \"java $*\"");
  }

  @Test
  void lets_only_the_run_of_the_program_wait_for_a_debugger() throws Exception {
    Files.writeString(folder.resolve("target/awslambda.jar"), "");
    executable(
        folder.resolve("bin/pulumi"),
        "echo \"pulumi $*\"; java -cp a.jar Main packages; java -jar a.jar");

    assertThat(run("up", "--yes"))
        .contains("pulumi up --yes", "java -cp a.jar Main packages")
        .anyMatch(
            line ->
                line.startsWith("java " + AGENT)
                    && line.endsWith("address=127.0.0.1:5005 -jar a.jar"));
  }

  @Test
  void says_that_pulumi_is_missing() throws Exception {
    assertThat(run("up")).singleElement().asString().contains("no pulumi command on the PATH");
  }

  @Test
  void says_that_the_program_is_not_built() throws Exception {
    executable(folder.resolve("bin/pulumi"), "echo never");

    assertThat(run("up")).singleElement().asString().contains("package");
  }

  private List<String> run(String... arguments) throws Exception {
    List<String> command = new ArrayList<>(List.of("bash", "./debug.sh"));
    command.addAll(List.of(arguments));
    Path output = folder.resolve("output");
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile());
    builder.environment().put("PATH", folder.resolve("bin") + ":/usr/bin:/bin");
    builder.environment().remove("DEBUG_PORT");
    builder.start().waitFor();
    return Files.readAllLines(output);
  }

  private Path executable(Path file, String script) throws Exception {
    Files.createDirectories(folder.resolve("bin"));
    Files.createDirectories(folder.resolve("target"));
    Files.writeString(file, "#!/usr/bin/env bash\n" + script + "\n");
    assertThat(file.toFile().setExecutable(true)).isTrue();
    return file;
  }
}
