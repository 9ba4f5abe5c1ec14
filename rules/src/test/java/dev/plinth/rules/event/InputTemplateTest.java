/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.rules.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class InputTemplateTest {
  @Test
  void a_name_is_defined_by_the_paths_or_by_eventbridge() {
    InputTemplate template =
        new InputTemplate(
            "{\"id\": <id>, \"rule\": <aws.events.rule-name>, \"text\": \"<a-b> <c_1>\"}");

    assertThat(template.undefined(Set.of("id", "a-b", "c_1", "unused"))).isEmpty();
    assertThat(template.undefined(Set.of("id"))).isEqualTo(List.of("a-b", "c_1"));
  }

  @Test
  void a_name_is_told_once_and_only_what_stands_for_a_name() {
    assertThat(new InputTemplate("<a> <a> 1 < 2 > 0 <aws.events.nothing>").undefined(Set.of()))
        .isEqualTo(List.of("a", "aws.events.nothing"));
  }
}
