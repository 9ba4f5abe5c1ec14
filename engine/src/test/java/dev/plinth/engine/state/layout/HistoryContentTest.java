/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.engine.state.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plinth.engine.state.StackName;
import dev.plinth.engine.state.StateException;
import dev.plinth.engine.state.UpdateInfo;
import dev.plinth.engine.state.UpdateInfo.ConfigValue;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an entry of a stack's history is called, and what is in it. */
class HistoryContentTest {
  private static final StackName DEV = new StackName("shop", "dev");

  @Test
  void an_entry_has_the_form_of_pulumis_update_info() {
    UpdateInfo update =
        new UpdateInfo(
            "update",
            Instant.ofEpochSecond(1700000000),
            "Take orders",
            Map.of("exec.kind", "cli"),
            Map.of("aws:region", ConfigValue.of("us-east-1")),
            "succeeded",
            Instant.ofEpochSecond(1700000012),
            0,
            Map.of("same", 2, "create", 3));

    String json = new String(HistoryContent.toJson(update), StandardCharsets.UTF_8);

    assertThat(json)
        .isEqualTo(
            "{\"kind\":\"update\",\"startTime\":1700000000,\"message\":\"Take orders\","
                + "\"environment\":{\"exec.kind\":\"cli\"},\"config\":{\"aws:region\":\"us-east-1\"},"
                + "\"version\":0,\"result\":\"succeeded\",\"endTime\":1700000012,"
                + "\"resourceChanges\":{\"create\":3,\"same\":2}}");
    assertThat(parse(json)).isEqualTo(update);
  }

  @Test
  void what_pulumi_writes_is_read_and_its_secrets_are_not() {
    UpdateInfo update =
        parse(
            "{\"kind\":\"rename\",\"startTime\":1,\"message\":\"\",\"environment\":null,"
                + "\"config\":{\"shop:key\":{\"secure\":\"v1:abc\"},\"shop:size\":{\"a\":[1]},"
                + "\"shop:mixed\":{\"a\":{\"secure\":\"v1:abc\"}}},"
                + "\"version\":7,\"result\":\"in-progress\",\"endTime\":0,\"resourceCount\":4}");

    assertThat(update.kind()).isEqualTo("rename");
    assertThat(update.result()).isEqualTo("in-progress");
    assertThat(update.version()).isEqualTo(7);
    assertThat(update.environment()).isEmpty();
    assertThat(update.resourceChanges()).isEmpty();
    assertThat(update.config())
        .containsEntry("shop:key", ConfigValue.ofSecret())
        .containsEntry("shop:mixed", ConfigValue.ofSecret())
        .containsEntry("shop:size", ConfigValue.of("{\"a\":[1]}"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "[]", "{\"startTime\":\"soon\"}", "{\"config\":3}"})
  void a_damaged_entry_is_named(String content) {
    assertThatThrownBy(() -> parse(content))
        .isInstanceOf(StateException.class)
        .hasMessage("the entry dev-1.history.json of the history is damaged");
  }

  private static UpdateInfo parse(String json) {
    return HistoryContent.parse(json.getBytes(StandardCharsets.UTF_8), "dev-1.history.json");
  }

  @Test
  void entries_are_told_from_all_else_and_stand_newest_first() {
    assertThat(
            HistoryNames.entries(
                List.of(
                    "dev-9.history.json",
                    "dev-10.history.json.gz",
                    "dev-10.checkpoint.json",
                    "dev-11.history.json.part",
                    "4f1c.tmp",
                    HistoryNames.entry(DEV, 1_700_000_000_000_000_000L))))
        .containsExactly(
            "dev-1700000000000000000.history.json", "dev-10.history.json.gz", "dev-9.history.json");
  }

  @Test
  void the_copy_of_a_state_is_packed_as_the_state_is() {
    assertThat(HistoryNames.checkpoint(DEV, 5, "stacks/shop/dev.json"))
        .isEqualTo("dev-5.checkpoint.json");
    assertThat(HistoryNames.checkpoint(DEV, 5, "stacks/shop/dev.json.gz"))
        .isEqualTo("dev-5.checkpoint.json.gz");
  }
}
