/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.api.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FieldPathTest {
  @Test
  void shortens_by_one_step_whatever_the_step_is() {
    assertThat(FieldPath.parent("spec.s3.key")).isEqualTo("spec.s3");
    assertThat(FieldPath.parent("spec.subnets[12]")).isEqualTo("spec.subnets");
    assertThat(FieldPath.parent("spec.environment[\"a.b[0]\"]")).isEqualTo("spec.environment");
    assertThat(FieldPath.parent("spec")).isEmpty();
  }

  @Test
  void names_the_last_step_with_its_index_or_key() {
    assertThat(FieldPath.lastStep("spec.subnets[1].value")).isEqualTo("value");
    assertThat(FieldPath.lastStep("spec.subnets[1]")).isEqualTo("subnets[1]");
    assertThat(FieldPath.lastStep("spec.environment[\"A\"]")).isEqualTo("environment[\"A\"]");
  }

  @Test
  void knows_what_lies_within_what() {
    assertThat(FieldPath.isWithin("spec.s3.key", "spec.s3")).isTrue();
    assertThat(FieldPath.isWithin("spec.s3", "spec.s3")).isTrue();
    assertThat(FieldPath.isWithin("spec.s3_key", "spec.s3")).isFalse();
  }
}
