/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.document;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When two policies say the same. */
final class PolicyDocumentTest {
  @ParameterizedTest(name = "{0} as {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'Action':'a:B'                       | 'Action':['a:B']",
        "'Action':['a:B','a:C']               | 'Action':['a:C','a:B']",
        "'Resource':['y','x','x']             | 'Resource':['x','y']",
        "'Principal':'*'                      | 'Principal':{'AWS':'*'}",
        "'Principal':{'AWS':'123456789012'}   |"
            + " 'Principal':{'AWS':['arn:aws:iam::123456789012:root']}",
        "'Principal':{'Service':['b','a']}    | 'Principal':{'Service':['a','b']}",
        "'Sid':'','Action':'a:B'              | 'Action':'a:B'",
        "'Condition':{'Bool':{'k':true}}      | 'Condition':{'Bool':{'k':['true']}}",
        "'Condition':{'StringLike':{'k':['b','a']}} | 'Condition':{'StringLike':{'k':['a','b']}}"
      })
  void a_part_of_a_statement_is_written_in_several_ways(String left, String right) {
    assertThat(PolicyDocument.same(policy(left), policy(right))).isTrue();
  }

  @ParameterizedTest(name = "{0} not as {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'Action':'a:B'                       | 'Action':'a:C'",
        "'Action':'a:B'                       | 'NotAction':'a:B'",
        "'Effect':'Allow'                     | 'Effect':'Deny'",
        "'Principal':'*'                      | 'Principal':{'Service':'*'}",
        "'Principal':{'AWS':'123456789012'}   |"
            + " 'Principal':{'AWS':'arn:aws:iam::123456789012:role/r'}",
        "'Condition':{'Bool':{'k':'true'}}    | 'Condition':{'Bool':{'k':'false'}}",
        "'Resource':['x','y']                 | 'Resource':['x']"
      })
  void a_different_part_is_a_different_policy(String left, String right) {
    assertThat(PolicyDocument.same(policy(left), policy(right))).isFalse();
  }

  @Test
  void the_order_of_statements_says_nothing() {
    String one = "{\"Sid\":\"1\",\"Effect\":\"Allow\"}";
    String two = "{\"Effect\":\"Deny\",\"Sid\":\"2\"}";

    assertThat(PolicyDocument.same(statements(one, two), statements(two, one))).isTrue();
    assertThat(PolicyDocument.same(statements(one), statements(one, one))).isTrue();
    assertThat(PolicyDocument.same(statements(one, two), statements(one))).isFalse();
  }

  @Test
  void a_policy_without_a_version_is_of_the_old_one() {
    assertThat(PolicyDocument.same("{\"Version\":\"2008-10-17\"}", "{}")).isTrue();
    assertThat(PolicyDocument.same("{\"Version\":\"2012-10-17\"}", "{}")).isFalse();
  }

  @Test
  void what_is_no_json_says_only_itself() {
    assertThat(PolicyDocument.same("{", "{")).isTrue();
    assertThat(PolicyDocument.same("{", "{ ")).isFalse();
    assertThat(JsonDocument.same("{\"a\":1, \"b\":[1.0]}", "{\"b\":[1],\"a\":1}")).isTrue();
    assertThat(JsonDocument.same("[1,2]", "[2,1]")).isFalse();
    assertThat(JsonDocument.parse("{a:1}")).isEmpty();
    assertThat(JsonDocument.parse("{} {}")).isEmpty();
    assertThat(JsonDocument.parse("")).isEmpty();
  }

  private static String policy(String parts) {
    return statements("{" + parts.strip().replace('\'', '"') + "}");
  }

  private static String statements(String... statements) {
    return "{\"Version\":\"2012-10-17\",\"Statement\":[" + String.join(",", statements) + "]}";
  }
}
