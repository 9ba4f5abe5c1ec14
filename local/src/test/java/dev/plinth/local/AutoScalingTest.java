/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.applicationautoscaling.ApplicationAutoScalingClient;
import software.amazon.awssdk.services.applicationautoscaling.model.ObjectNotFoundException;
import software.amazon.awssdk.services.applicationautoscaling.model.ValidationException;

final class AutoScalingTest {
  private static final String RESOURCE = "function:orders:live";
  private static final String DIMENSION = "lambda:function:ProvisionedConcurrency";

  @TempDir Path folder;
  private LocalAccount account;
  private ApplicationAutoScalingClient scaling;

  @BeforeEach
  void open() {
    account = Accounts.open(folder);
    scaling = account.client(ApplicationAutoScalingClient.class);
  }

  @Test
  void a_target_takes_its_policies_with_it() {
    register(1, 4);
    track("utilization");

    scaling.deregisterScalableTarget(
        r -> r.serviceNamespace("lambda").resourceId(RESOURCE).scalableDimension(DIMENSION));

    assertThat(account.isEmpty()).isTrue();
  }

  @Test
  void a_policy_needs_a_target() {
    assertThatThrownBy(() -> track("utilization")).isInstanceOf(ObjectNotFoundException.class);
  }

  @Test
  void a_policy_keeps_its_arn_when_it_is_changed() {
    register(1, 4);

    assertThat(track("utilization")).isEqualTo(track("utilization"));
  }

  @Test
  void the_least_capacity_is_not_more_than_the_most() {
    assertThatThrownBy(() -> register(5, 4))
        .isInstanceOf(ValidationException.class)
        .hasMessageContaining("cannot be less than minimum");
  }

  @Test
  void a_strict_account_wants_the_function_to_exist() {
    scaling = Accounts.strict(folder.resolve("strict")).client(ApplicationAutoScalingClient.class);

    assertThatThrownBy(() -> register(1, 4)).hasMessageContaining("does not exist");
  }

  private void register(int least, int most) {
    scaling.registerScalableTarget(
        r ->
            r.serviceNamespace("lambda")
                .resourceId(RESOURCE)
                .scalableDimension(DIMENSION)
                .minCapacity(least)
                .maxCapacity(most));
  }

  private String track(String name) {
    return scaling
        .putScalingPolicy(
            r ->
                r.policyName(name)
                    .policyType("TargetTrackingScaling")
                    .serviceNamespace("lambda")
                    .resourceId(RESOURCE)
                    .scalableDimension(DIMENSION)
                    .targetTrackingScalingPolicyConfiguration(
                        t ->
                            t.targetValue(0.7)
                                .predefinedMetricSpecification(
                                    m ->
                                        m.predefinedMetricType(
                                            "LambdaProvisionedConcurrencyUtilization"))))
        .policyARN();
  }
}
