/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.local;

import static dev.plinth.local.Accounts.orders;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two real processes on one folder: neither loses what the other writes. */
final class TwoProcessesTest {
  private static final int TAGS = 49;

  @TempDir Path folder;

  @Test
  void changesOfOneFunctionByTwoProcessesAreAllKept() throws Exception {
    LocalAccount account = Accounts.open(folder);
    account.lambda().createFunction(orders().build());
    account.lambda().listFunctions();

    Process other = start();
    for (int i = 0; other.isAlive(); i++) {
      tag(account, "parent", i);
    }

    assertThat(other.exitValue())
        .as(new String(other.getInputStream().readAllBytes(), UTF_8))
        .isZero();
    assertThat(account.lambda().listTags(r -> r.resource(Accounts.ARN)).tags())
        .as("each tag of the child, and the parent's one")
        .hasSize(TAGS + 1);
    assertThat(account.resources()).hasSize(2);
  }

  /** The other process: makes a function of its own and tags the shared one. */
  public static void main(String[] args) {
    try (LocalAccount account = Accounts.open(Path.of(args[0]))) {
      account.lambda().createFunction(orders().functionName("bills").build());
      for (int i = 0; i < TAGS; i++) {
        tag(account, "child" + i, i);
      }
    }
  }

  private static void tag(LocalAccount account, String key, int value) {
    Map<String, String> tag = Map.of(key, Integer.toString(value));
    account.lambda().tagResource(r -> r.resource(Accounts.ARN).tags(tag));
  }

  private Process start() throws Exception {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    String classPath =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    return new ProcessBuilder(
            List.of(
                java,
                "-XX:+UseSerialGC",
                "-cp",
                classPath,
                TwoProcessesTest.class.getName(),
                folder.toString()))
        .redirectErrorStream(true)
        .start();
  }
}
