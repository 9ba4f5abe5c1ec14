/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.programs.awslambda;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.proto.awslambda.AwsLambdaSpec;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class LogGroupTest {
  @Test
  void has_the_name_that_lambda_gives_to_the_functions_log_group() {
    assertThat(logGroup(spec -> {}).inputs()).containsEntry("name", "/aws/lambda/orders");
    assertThat(logGroup(spec -> spec.setFunctionName("orders-prod")).inputs())
        .containsEntry("name", "/aws/lambda/orders-prod");
  }

  @Test
  void keeps_its_logical_name_when_function_name_changes() {
    assertThat(logGroup(spec -> spec.setFunctionName("orders-prod")).name()).isEqualTo("orders");
  }

  @Test
  void keeps_events_for_30_days_when_the_manifest_does_not_say() {
    assertThat(logGroup(spec -> {}).inputs()).containsEntry("retentionInDays", 30.0);
  }

  @Test
  void keeps_events_as_long_as_the_manifest_says() {
    assertThat(logGroup(spec -> spec.setLogRetentionDays(365)).inputs())
        .containsEntry("retentionInDays", 365.0);
  }

  @Test
  void is_not_encrypted_with_the_functions_key_which_cloudwatch_logs_need_not_be_let_use() {
    assertThat(logGroup(spec -> spec.setKmsKeyArn(StackInputs.literal("arn:key"))).inputs())
        .containsOnlyKeys("name", "retentionInDays", "tags");
  }

  private static MockedStack.Registered logGroup(Consumer<AwsLambdaSpec.Builder> change) {
    return MockedStack.deploy(AwsLambdaModule.of(StackInputs.s3(change))).logGroup();
  }
}
