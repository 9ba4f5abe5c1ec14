/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.engine.asset;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class ArchiveListingTest {
  @Test
  void tellsWhichFilesCameWentAndDiffer() {
    ArchiveListing before =
        new ArchiveListing(Map.of("same", "1", "gone", "2", "b", "3", "a", "4"));
    ArchiveListing after = new ArchiveListing(Map.of("same", "1", "new", "2", "b", "3x", "a", "5"));

    assertThat(before.changesTo(after))
        .isEqualTo(new ArchiveChanges(List.of("new"), List.of("a", "b"), List.of("gone")));
  }
}
