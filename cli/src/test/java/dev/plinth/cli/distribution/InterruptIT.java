/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.cli.distribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Ctrl-C, as a signal to a real process. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "it has no signals")
class InterruptIT {
  private static final int FUNCTIONS = 400;

  /** The bit of SIGINT, signal 2, in a set of signals. */
  private static final long SIGINT = 0b10;

  @TempDir private Path home;

  @Test
  void ctrl_c_ends_a_deployment_in_good_order_and_the_next_run_completes_it()
      throws IOException, InterruptedException {
    assumeThat(ignoresInterrupts())
        .as(
            "who runs the tests ignores SIGINT, as a shell's background jobs do, so all it starts do")
        .isFalse();
    Path manifests = Files.writeString(home.resolve("many.yaml"), manifests());
    List<String> up =
        List.of(
            "up", manifests.toString(), "--stack", "many", "--local", "--yes", "--parallel", "2");

    Process process = start(up);
    String out = interruptAtTheFirstStep(process);

    assertThat(process.waitFor()).as(out).isEqualTo(130);
    assertThat(out)
        .containsSubsequence("Left to do:", "run the command again to go on")
        .doesNotContain("Exception");
    Distribution plinth = new Distribution(home);
    assertThat(plinth.run(up.toArray(String[]::new)).exit()).isZero();
    assertThat(plinth.run(up.toArray(String[]::new)).out())
        .contains((1 + 2 * FUNCTIONS) + " unchanged");
  }

  /** As far as the system tells; elsewhere signals are taken to be heard. */
  private static boolean ignoresInterrupts() throws IOException {
    Path status = Path.of("/proc/self/status");
    if (!Files.isReadable(status)) {
      return false;
    }
    return Files.readAllLines(status).stream()
        .filter(line -> line.startsWith("SigIgn:"))
        .map(line -> Long.parseUnsignedLong(line.substring(line.indexOf('\t') + 1), 16))
        .anyMatch(ignored -> (ignored & SIGINT) != 0);
  }

  private Process start(List<String> arguments) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
                Stream.concat(Stream.of(Distribution.launcher().toString()), arguments.stream())
                    .toList())
            .redirectErrorStream(true);
    builder.environment().put("HOME", home.toString());
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    return builder.start();
  }

  private static String interruptAtTheFirstStep(Process process)
      throws IOException, InterruptedException {
    StringBuilder out = new StringBuilder();
    boolean interrupted = false;
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        out.append(line).append('\n');
        if (!interrupted && line.contains(" creating")) {
          interrupted = true;
          new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start().waitFor();
        }
      }
    }
    return out.toString();
  }

  private static String manifests() {
    String template =
        """
        apiVersion: aws.project-planton.org/v1
        kind: AwsLambda
        metadata:
          name: f%d
        spec:
          code_source_type: CODE_SOURCE_TYPE_S3
          s3: {bucket: artifacts, key: f.jar, object_version: "1"}
          runtime: java21
          handler: F
          role_arn: {value: "arn:aws:iam::123456789012:role/f"}
        """;
    return IntStream.range(0, FUNCTIONS)
        .mapToObj(template::formatted)
        .collect(Collectors.joining("---\n"));
  }
}
