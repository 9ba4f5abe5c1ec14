/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.cli.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

final class KindGlanceTest {
  private static final Path EXAMPLES = Path.of("../examples");
  private static final String FUNCTION = EXAMPLES.resolve("aws-lambda/function.yaml").toString();
  private static final String FOUNDATION =
      EXAMPLES.resolve("compute-stack/minimal.yaml").toString();

  @Test
  void a_foundation_does_without_protovalidate() {
    assertThat(KindGlance.needsProtovalidate(List.of("--local", FOUNDATION))).isFalse();
  }

  @Test
  void a_function_needs_it_alone_or_beside_a_foundation() {
    assertThat(KindGlance.needsProtovalidate(List.of(FUNCTION))).isTrue();
    assertThat(KindGlance.needsProtovalidate(List.of(FOUNDATION, FUNCTION))).isTrue();
  }

  @Test
  void what_cannot_be_looked_into_is_taken_to_need_it() {
    assertThat(KindGlance.needsProtovalidate(List.of("-"))).isTrue();
    assertThat(KindGlance.needsProtovalidate(List.of(EXAMPLES.toString()))).isTrue();
    assertThat(KindGlance.needsProtovalidate(List.of("no-such-file.yaml", "\0"))).isTrue();
  }
}
