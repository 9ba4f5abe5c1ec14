/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.api.awslambda;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.proto.awslambda.Architecture;
import dev.plinth.proto.awslambda.AwsLambda;
import dev.plinth.proto.awslambda.AwsLambdaSpec;
import org.junit.jupiter.api.Test;

class AwsLambdaDefaultsTest {

  @Test
  void the_function_is_named_by_the_spec_or_else_by_the_metadata() {
    AwsLambda.Builder manifest = AwsLambda.newBuilder();
    manifest.getMetadataBuilder().setName("orders");

    assertThat(AwsLambdaDefaults.functionName(manifest.build())).isEqualTo("orders");
    assertThat(AwsLambdaDefaults.logGroupName(manifest.build())).isEqualTo("/aws/lambda/orders");

    manifest.getSpecBuilder().setFunctionName("orders-v2");
    assertThat(AwsLambdaDefaults.functionName(manifest.build())).isEqualTo("orders-v2");
    assertThat(AwsLambdaDefaults.logGroupName(manifest.build())).isEqualTo("/aws/lambda/orders-v2");
  }

  @Test
  void reserved_concurrency_has_three_meanings() {
    AwsLambdaSpec absent = AwsLambdaSpec.getDefaultInstance();

    assertThat(AwsLambdaDefaults.reservedConcurrency(absent)).isEmpty();
    assertThat(AwsLambdaDefaults.reservedConcurrency(reserving(-1))).isEmpty();
    assertThat(AwsLambdaDefaults.reservedConcurrency(reserving(0))).hasValue(0);
    assertThat(AwsLambdaDefaults.reservedConcurrency(reserving(7))).hasValue(7);
  }

  @Test
  void what_is_not_said_is_left_to_aws_or_has_a_default() {
    AwsLambdaSpec spec = AwsLambdaSpec.getDefaultInstance();

    assertThat(AwsLambdaDefaults.memoryMb(spec)).isEmpty();
    assertThat(AwsLambdaDefaults.timeoutSeconds(spec)).isEmpty();
    assertThat(AwsLambdaDefaults.architecture(spec)).isEqualTo("x86_64");
    assertThat(AwsLambdaDefaults.logRetentionDays(spec)).isEqualTo(30);
  }

  @Test
  void what_is_said_is_kept() {
    AwsLambdaSpec spec =
        AwsLambdaSpec.newBuilder()
            .setMemoryMb(256)
            .setTimeoutSeconds(5)
            .setArchitecture(Architecture.ARM64)
            .setLogRetentionDays(7)
            .build();

    assertThat(AwsLambdaDefaults.memoryMb(spec)).hasValue(256);
    assertThat(AwsLambdaDefaults.timeoutSeconds(spec)).hasValue(5);
    assertThat(AwsLambdaDefaults.architecture(spec)).isEqualTo("arm64");
    assertThat(AwsLambdaDefaults.logRetentionDays(spec)).isEqualTo(7);
  }

  private static AwsLambdaSpec reserving(int concurrency) {
    return AwsLambdaSpec.newBuilder().setReservedConcurrency(concurrency).build();
  }
}
