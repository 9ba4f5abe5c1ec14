/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.contract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.lambda.model.CreateFunctionRequest;
import software.amazon.awssdk.services.scheduler.model.CreateScheduleRequest;

/** That the contract sees which requests take a token, and whether they have one. */
final class TokensTest {
  @Test
  void sees_that_a_request_takes_a_token_and_has_none() {
    CreateScheduleRequest request = CreateScheduleRequest.builder().build();

    assertThat(Tokens.field(request)).contains("ClientToken");
    assertThat(Tokens.given(request)).isEmpty();
  }

  @Test
  void sees_a_token() {
    CreateScheduleRequest request = CreateScheduleRequest.builder().clientToken("one").build();

    assertThat(Tokens.given(request)).contains("one");
  }

  @Test
  void sees_that_a_request_takes_none() {
    assertThat(Tokens.field(CreateFunctionRequest.builder().build())).isEmpty();
  }
}
