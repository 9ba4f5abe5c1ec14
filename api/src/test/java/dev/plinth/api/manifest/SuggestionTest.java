/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.api.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SuggestionTest {
  private static final List<String> FIELDS = List.of("runtime", "handler", "memory_mb");

  @Test
  void finds_a_name_with_a_letter_missing_swapped_or_in_another_case() {
    assertThat(Suggestion.nearest("runtme", FIELDS)).contains("runtime");
    assertThat(Suggestion.nearest("hanlder", FIELDS)).contains("handler");
    assertThat(Suggestion.nearest("RUNTIME", FIELDS)).contains("runtime");
  }

  @Test
  void suggests_nothing_for_a_name_that_is_far_from_all() {
    assertThat(Suggestion.nearest("description", FIELDS)).isEmpty();
    assertThat(Suggestion.nearest("x", FIELDS)).isEmpty();
    assertThat(Suggestion.nearest("r".repeat(100_000), FIELDS)).isEmpty();
  }
}
