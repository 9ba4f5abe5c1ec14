/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The AWS SDK's classes are slow to load, so previews must do without them. */
final class PreviewIsLightTest {

  @Test
  void a_preview_and_a_run_without_changes_load_no_class_of_the_sdk() throws Exception {
    List<String> loaded = run(PreviewProgram.class);

    assertThat(loaded).anyMatch(line -> line.contains("dev.plinth.aws.lambda.FunctionSchema"));
    assertThat(loaded).noneMatch(line -> line.contains("software.amazon.awssdk"));
  }

  private static List<String> run(Class<?> program) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xlog:class+load",
                "-Xshare:auto",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                program.getName())
            .redirectErrorStream(true)
            .start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(output).isZero();
    return output.lines().toList();
  }
}
