/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.contract;

import static dev.plinth.aws.contract.Values.map;
import static dev.plinth.aws.contract.Values.object;

import dev.plinth.aws.client.AwsClients;
import dev.plinth.aws.client.AwsService;
import dev.plinth.engine.value.PropertyMap;
import dev.plinth.engine.value.PropertyValue;
import java.util.Map;
import software.amazon.awssdk.services.applicationautoscaling.ApplicationAutoScalingClient;

/** Scalable targets and their policies. */
final class ScalingCases {
  private static final String RESOURCE = "function:orders:1";
  private static final String DIMENSION = "lambda:function:ProvisionedConcurrency";

  private ScalingCases() {}

  static ContractCase target(Setting setting) {
    FunctionCase.given(setting);
    return new ContractCase(
            "aws:appautoscaling/target:Target",
            key().put("minCapacity", 1).put("maxCapacity", 10).build(),
            Map.of(
                "minCapacity", PropertyValue.of(2),
                "maxCapacity", PropertyValue.of(20),
                "suspendedState", object("dynamicScalingInSuspended", PropertyValue.of(true)),
                "tags", object("team", "shop")),
            Map.of("resourceId", map("resourceId", "function:orders:live")),
            (aws, id) ->
                scaling(aws)
                    .registerScalableTarget(
                        request ->
                            request
                                .serviceNamespace("lambda")
                                .resourceId(id)
                                .scalableDimension(DIMENSION)
                                .maxCapacity(7)),
            "maxCapacity",
            (aws, id) ->
                !scaling(aws)
                    .describeScalableTargets(
                        request -> request.serviceNamespace("lambda").resourceIds(id))
                    .scalableTargets()
                    .isEmpty())
        .importedAs(id -> "lambda/" + id + "/" + DIMENSION);
  }

  static ContractCase policy(Setting setting) {
    FunctionCase.given(setting);
    setting.act(
        aws ->
            scaling(aws)
                .registerScalableTarget(
                    request ->
                        request
                            .serviceNamespace("lambda")
                            .resourceId(RESOURCE)
                            .scalableDimension(DIMENSION)
                            .minCapacity(1)
                            .maxCapacity(10)));
    return new ContractCase(
            "aws:appautoscaling/policy:Policy",
            key()
                .put("name", "utilization")
                .put("policyType", "TargetTrackingScaling")
                .put("targetTrackingScalingPolicyConfiguration", tracking(0.7))
                .build(),
            Map.of("targetTrackingScalingPolicyConfiguration", PropertyValue.of(tracking(0.5))),
            Map.of("name", map("name", "other")),
            (aws, id) ->
                scaling(aws)
                    .putScalingPolicy(
                        request ->
                            request
                                .policyName(id)
                                .policyType("TargetTrackingScaling")
                                .serviceNamespace("lambda")
                                .resourceId(RESOURCE)
                                .scalableDimension(DIMENSION)
                                .targetTrackingScalingPolicyConfiguration(
                                    to ->
                                        to.targetValue(0.9)
                                            .predefinedMetricSpecification(
                                                metric ->
                                                    metric.predefinedMetricType(
                                                        "LambdaProvisionedConcurrencyUtilization")))),
            "targetTrackingScalingPolicyConfiguration.targetValue",
            (aws, id) ->
                !scaling(aws)
                    .describeScalingPolicies(
                        request -> request.serviceNamespace("lambda").policyNames(id))
                    .scalingPolicies()
                    .isEmpty())
        .importedAs(id -> "lambda/" + RESOURCE + "/" + DIMENSION + "/" + id);
  }

  private static PropertyMap.Builder key() {
    return PropertyMap.builder()
        .put("serviceNamespace", "lambda")
        .put("resourceId", RESOURCE)
        .put("scalableDimension", DIMENSION);
  }

  private static PropertyMap tracking(double value) {
    return PropertyMap.builder()
        .put("targetValue", value)
        .put("disableScaleIn", false)
        .put(
            "predefinedMetricSpecification",
            map("predefinedMetricType", "LambdaProvisionedConcurrencyUtilization"))
        .build();
  }

  private static ApplicationAutoScalingClient scaling(AwsClients aws) {
    return aws.of(AwsService.APPLICATION_AUTO_SCALING);
  }
}
