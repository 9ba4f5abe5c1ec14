/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.api.awslambda;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class LambdaRuntimesTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

  @Test
  void finds_a_runtime_by_its_whole_identifier() {
    assertThat(LambdaRuntimes.find("java21")).map(LambdaRuntime::identifier).contains("java21");
    assertThat(LambdaRuntimes.find("java2")).isEmpty();
    assertThat(LambdaRuntimes.find("")).isEmpty();
  }

  @Test
  void supported_runtimes_are_neither_deprecated_nor_previews() {
    assertThat(LambdaRuntimes.supported(TODAY))
        .extracting(LambdaRuntime::identifier)
        .contains("nodejs24.x", "python3.14", "java25", "provided.al2023")
        .doesNotContain("nodejs20.x", "dotnet8", "nodejs26.x", "go1.x");
  }

  @Test
  void a_retired_runtime_has_a_successor_of_its_language() {
    assertThat(successorOf("python3.8")).isEqualTo("python3.14");
    assertThat(successorOf("dotnetcore3.1")).isEqualTo("dotnet10");
    assertThat(successorOf("go1.x")).isEqualTo("provided.al2023");
    assertThat(successorOf("provided.al2")).isEqualTo("provided.al2023");
  }

  private static String successorOf(String identifier) {
    LambdaRuntime retired = LambdaRuntimes.find(identifier).orElseThrow();
    return LambdaRuntimes.successor(retired, TODAY).identifier();
  }
}
