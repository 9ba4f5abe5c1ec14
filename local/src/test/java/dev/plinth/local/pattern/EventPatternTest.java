/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.local.pattern;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Patterns as AWS's documentation shows them, and as people get them wrong. */
final class EventPatternTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"source\": [\"aws.ec2\"], \"detail\": {\"state\": [\"running\", null, 5, true]}}",
        "{\"time\": [{\"prefix\": \"2017-10-02\"}]}",
        "{\"detail\": {\"name\": [{\"prefix\": {\"equals-ignore-case\": \"eVent\"}}]}}",
        "{\"f\": [{\"suffix\": \".png\"}, {\"equals-ignore-case\": \"alice\"}]}",
        "{\"f\": [{\"wildcard\": \"dir/*.png\"}]}",
        "{\"f\": [{\"anything-but\": [\"stopped\", \"overloaded\"]}]}",
        "{\"f\": [{\"anything-but\": 404}, {\"anything-but\": {\"prefix\": \"init\"}}]}",
        "{\"f\": [{\"anything-but\": {\"wildcard\": [\"*/lib/*\", \"*/bin/*\"]}}]}",
        "{\"f\": [{\"numeric\": [\">\", 0, \"<=\", 5]}, {\"numeric\": [\"=\", -3.5e2]}]}",
        "{\"f\": [{\"cidr\": \"10.0.0.0/24\"}, {\"cidr\": \"2001:db8::/32\"}]}",
        "{\"f\": [{\"exists\": false}]}",
        "{\"$or\": [{\"a\": [1]}, {\"b\": [{\"exists\": true}]}]}"
      })
  void is_a_pattern(String pattern) {
    assertThat(EventPattern.problem(pattern)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "source",
        "[]",
        "{}",
        "{\"source\": \"aws.ec2\"}",
        "{\"source\": []}",
        "{\"detail\": {}}",
        "{\"source\": [[\"aws.ec2\"]]}",
        "{\"f\": [{\"like\": \"a\"}]}",
        "{\"f\": [{\"prefix\": \"a\", \"suffix\": \"b\"}]}",
        "{\"f\": [{\"prefix\": 5}]}",
        "{\"f\": [{\"wildcard\": \"a**b\"}]}",
        "{\"f\": [{\"exists\": \"true\"}]}",
        "{\"f\": [{\"numeric\": [\">\"]}]}",
        "{\"f\": [{\"numeric\": [\"<\", 0, \">\", 5]}]}",
        "{\"f\": [{\"numeric\": [\">\", 5, \"<\", 5]}]}",
        "{\"f\": [{\"numeric\": [\"=\", 6e9]}]}",
        "{\"f\": [{\"cidr\": \"10.0.0.256/24\"}]}",
        "{\"f\": [{\"cidr\": \"10.0.0.0/33\"}]}",
        "{\"f\": [{\"anything-but\": []}]}",
        "{\"f\": [{\"anything-but\": [\"a\", 5]}]}",
        "{\"f\": [{\"anything-but\": {\"cidr\": \"10.0.0.0/8\"}}]}",
        "{\"$or\": [{\"a\": [1]}]}",
        "{\"a\": [1]} x"
      })
  void is_no_pattern(String pattern) {
    assertThat(EventPattern.problem(pattern)).isPresent();
  }

  @Test
  void the_reason_names_the_member() {
    assertThat(EventPattern.problem("{\"source\": \"aws.ec2\"}"))
        .contains("\"source\" must be an object or an array");
  }
}
