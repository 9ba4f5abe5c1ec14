/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.appautoscaling;

import static dev.plinth.aws.testing.AwsErrors.refusal;
import static dev.plinth.aws.testing.AwsErrors.timeout;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plinth.aws.testing.Backend;
import dev.plinth.aws.testing.Calls.Fault;
import dev.plinth.aws.testing.Deployed;
import dev.plinth.aws.testing.Driver;
import dev.plinth.aws.testing.FunctionScene;
import dev.plinth.engine.value.PropertyMap;
import dev.plinth.engine.value.PropertyValue;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How scalable targets and policies are registered and changed. */
final class ScalingLifeTest {
  private static final String TARGET = "aws:appautoscaling/target:Target";
  private static final String POLICY = "aws:appautoscaling/policy:Policy";

  @TempDir Path folder;
  private FunctionScene scene;
  private Backend aws;
  private Driver driver;

  @BeforeEach
  void open() {
    scene = new FunctionScene(folder);
    aws = scene.aws();
    driver = scene.driver();
  }

  @AfterEach
  void close() {
    scene.close();
  }

  @Test
  void the_least_capacity_must_not_exceed_the_most() {
    PropertyMap inputs = target().with("minCapacity", PropertyValue.of(11));

    assertThat(driver.check(TARGET, PropertyMap.empty(), inputs).failures())
        .singleElement()
        .satisfies(failure -> assertThat(failure.reason()).contains("more than the maxCapacity"));
  }

  @Test
  void a_change_of_tags_registers_nothing_anew() {
    Deployed created = driver.create(TARGET, target());
    aws.calls().forget();

    driver.update(
        created,
        target().with("tags", PropertyValue.of(PropertyMap.builder().put("team", "shop").build())));

    assertThat(aws.calls().names())
        .contains("tagResource")
        .doesNotContain("registerScalableTarget");
  }

  @Test
  void a_target_that_an_attempt_with_a_lost_answer_registered_is_taken() {
    aws.calls().spoil("registerScalableTarget", new Fault.AnswerLost(timeout()));

    assertThat(driver.create(TARGET, target()).id()).isEqualTo("function:orders:1");
  }

  @Test
  void a_policy_waits_for_its_target_and_names_its_alarms() {
    driver.create(TARGET, target());
    aws.calls()
        .refuse(
            "putScalingPolicy", refusal(400, "ObjectNotFoundException", "No scalable target"), 2);

    Deployed policy = driver.create(POLICY, policy());

    assertThat(policy.outputs().texts("alarmArns").orElseThrow()).hasSize(2);
    assertThat(policy.id()).startsWith("thing-");
  }

  @Test
  void bounds_of_steps_are_text_for_pulumi_and_numbers_for_aws() {
    PropertyMap inputs =
        PropertyMap.builder()
            .put("serviceNamespace", "ecs")
            .put("resourceId", "service/shop/orders")
            .put("scalableDimension", "ecs:service:DesiredCount")
            .build();
    driver.create(TARGET, inputs.toBuilder().put("minCapacity", 1).put("maxCapacity", 4).build());
    PropertyMap step =
        PropertyMap.builder()
            .put("metricIntervalLowerBound", "0")
            .put("scalingAdjustment", 1)
            .build();
    PropertyMap policy =
        inputs.toBuilder()
            .put(
                "stepScalingPolicyConfiguration",
                PropertyMap.builder()
                    .put("adjustmentType", "ChangeInCapacity")
                    .put("stepAdjustments", PropertyValue.of(List.of(PropertyValue.of(step))))
                    .build())
            .build();

    Deployed created = driver.create(POLICY, policy);

    assertThat(driver.diff(driver.refresh(created).orElseThrow(), policy).hasChanges()).isFalse();
  }

  @Test
  void an_import_that_names_too_little_says_what_is_needed() {
    assertThatThrownBy(() -> driver.read(TARGET, "function:orders:1"))
        .hasMessageContaining("names no target");
  }

  private static PropertyMap target() {
    return key().put("minCapacity", 1).put("maxCapacity", 10).build();
  }

  private static PropertyMap policy() {
    return key()
        .put("policyType", "TargetTrackingScaling")
        .put(
            "targetTrackingScalingPolicyConfiguration",
            PropertyMap.builder()
                .put("targetValue", 0.7)
                .put(
                    "predefinedMetricSpecification",
                    PropertyMap.builder()
                        .put("predefinedMetricType", "LambdaProvisionedConcurrencyUtilization")
                        .build())
                .build())
        .build();
  }

  private static PropertyMap.Builder key() {
    return PropertyMap.builder()
        .put("serviceNamespace", "lambda")
        .put("resourceId", "function:orders:1")
        .put("scalableDimension", "lambda:function:ProvisionedConcurrency");
  }
}
