/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.engine.state.layout;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.engine.asset.ArchiveListing;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ArchivesContentTest {
  private static final Map<String, ArchiveListing> ARCHIVES =
      Map.of(
          "aa", new ArchiveListing(Map.of("a/b.class", "01", "run \"it\".sh", "02x")),
          "bb", new ArchiveListing(Map.of()));

  @Test
  void whatIsWrittenIsRead() {
    assertThat(ArchivesContent.parse(ArchivesContent.toJson(ARCHIVES))).isEqualTo(ARCHIVES);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "{\"version\":1,\"archives\":{\"aa\":{\"a\":\"01\"",
        "{\"version\":2,\"archives\":{\"aa\":{}}}"
      })
  void whatCannotBeReadIsAsIfItWereNotThere(String content) {
    assertThat(ArchivesContent.parse(content.getBytes(UTF_8))).isEmpty();
  }
}
