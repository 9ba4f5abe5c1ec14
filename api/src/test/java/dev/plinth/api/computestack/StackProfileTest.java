/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.api.computestack;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What holds whatever a profile sets. */
class StackProfileTest {
  /** Lambda logs it at INFO; from it cold starts are counted. */
  @ParameterizedTest
  @EnumSource(StackProfile.class)
  void the_report_of_an_invocation_is_logged(StackProfile profile) {
    assertThat(profile.settings().systemLogLevel()).isIn("DEBUG", "INFO");
  }
}
