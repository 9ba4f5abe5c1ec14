/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.local.autoscaling;

import dev.plinth.local.account.AccountContext;
import dev.plinth.local.account.Constraints;
import dev.plinth.local.account.RequestId;
import dev.plinth.local.store.Sha256;
import dev.plinth.local.store.Stock;
import dev.plinth.local.store.Stored;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import software.amazon.awssdk.services.applicationautoscaling.model.Alarm;
import software.amazon.awssdk.services.applicationautoscaling.model.DeleteScalingPolicyRequest;
import software.amazon.awssdk.services.applicationautoscaling.model.DescribeScalingPoliciesRequest;
import software.amazon.awssdk.services.applicationautoscaling.model.DescribeScalingPoliciesResponse;
import software.amazon.awssdk.services.applicationautoscaling.model.PutScalingPolicyRequest;
import software.amazon.awssdk.services.applicationautoscaling.model.PutScalingPolicyResponse;
import software.amazon.awssdk.services.applicationautoscaling.model.ScalingPolicy;

/** When and by how much targets are scaled. A policy that tracks a metric has two alarms. */
final class Policies {
  private static final List<String> TYPES = List.of("StepScaling", "TargetTrackingScaling");

  private final AccountContext account;
  private final Stock<ScalingPolicy> stock;
  private final Targets targets;

  Policies(AccountContext account, Stock<ScalingPolicy> stock, Targets targets) {
    this.account = account;
    this.stock = stock;
    this.targets = targets;
  }

  PutScalingPolicyResponse put(PutScalingPolicyRequest request) {
    String target =
        Targets.key(
            request.serviceNamespaceAsString(),
            request.resourceId(),
            request.scalableDimensionAsString());
    ScalingFault.throwIfAny(
        new Constraints()
            .required(request.policyName(), "policyName")
            .length(request.policyName(), "policyName", 1, 256)
            .oneOf(request.policyTypeAsString(), "policyType", TYPES));
    targets.require(target);
    ScalingPolicy policy = policy(target, request);
    check(policy);
    Stored<ScalingPolicy> stored =
        stock.put(
            target + "/" + request.policyName(),
            () -> new Stored<>(policy, Map.of()),
            before ->
                before.with(
                    old ->
                        policy.toBuilder()
                            .policyARN(old.policyARN())
                            .creationTime(old.creationTime())
                            .build()));
    return PutScalingPolicyResponse.builder()
        .policyARN(stored.model().policyARN())
        .alarms(stored.model().alarms())
        .build();
  }

  DescribeScalingPoliciesResponse describe(DescribeScalingPoliciesRequest request) {
    ScalingFault.throwIfAny(
        new Constraints().required(request.serviceNamespaceAsString(), "serviceNamespace"));
    List<ScalingPolicy> found =
        stock.all(request.serviceNamespaceAsString() + "/").stream()
            .filter(
                each ->
                    !request.hasPolicyNames() || request.policyNames().contains(each.policyName()))
            .filter(
                each ->
                    request.resourceId() == null || request.resourceId().equals(each.resourceId()))
            .toList();
    return DescribeScalingPoliciesResponse.builder().scalingPolicies(found).build();
  }

  void delete(DeleteScalingPolicyRequest request) {
    String target =
        Targets.key(
            request.serviceNamespaceAsString(),
            request.resourceId(),
            request.scalableDimensionAsString());
    if (!stock.delete(target + "/" + request.policyName())) {
      throw ScalingFault.objectNotFound(
          "No scaling policy found with name " + request.policyName() + " for " + target);
    }
  }

  List<String> arns() {
    return stock.all("").stream().map(ScalingPolicy::policyARN).toList();
  }

  private ScalingPolicy policy(String target, PutScalingPolicyRequest request) {
    String type = Optional.ofNullable(request.policyTypeAsString()).orElse("StepScaling");
    String name = request.policyName();
    return ScalingPolicy.builder()
        .policyARN(
            account.arn(
                "autoscaling",
                "scalingPolicy:"
                    + RequestId.next()
                    + ":resource/"
                    + request.serviceNamespaceAsString()
                    + "/"
                    + request.resourceId()
                    + ":policyName/"
                    + name))
        .policyName(name)
        .policyType(type)
        .serviceNamespace(request.serviceNamespaceAsString())
        .resourceId(request.resourceId())
        .scalableDimension(request.scalableDimensionAsString())
        .stepScalingPolicyConfiguration(request.stepScalingPolicyConfiguration())
        .targetTrackingScalingPolicyConfiguration(
            request.targetTrackingScalingPolicyConfiguration())
        .alarms(type.equals("StepScaling") ? List.of() : alarms(target + "/" + name, request))
        .creationTime(Instant.ofEpochMilli(account.now()))
        .build();
  }

  private List<Alarm> alarms(String key, PutScalingPolicyRequest request) {
    String digest = Sha256.hex(Sha256.of(key)).substring(0, 32);
    return Stream.of("AlarmHigh", "AlarmLow")
        .map(side -> "TargetTracking-" + request.resourceId() + "-" + side + "-" + digest)
        .map(
            name ->
                Alarm.builder()
                    .alarmName(name)
                    .alarmARN(account.arn("cloudwatch", "alarm:" + name))
                    .build())
        .toList();
  }

  private static void check(ScalingPolicy policy) {
    boolean tracks = policy.policyTypeAsString().equals("TargetTrackingScaling");
    if (tracks && policy.targetTrackingScalingPolicyConfiguration() == null) {
      throw ScalingFault.validation(
          "Target tracking scaling policy configuration must be specified");
    }
    if (!tracks && policy.stepScalingPolicyConfiguration() == null) {
      throw ScalingFault.validation("Step scaling policy configuration must be specified");
    }
    if (!tracks && policy.serviceNamespaceAsString().equals("lambda")) {
      throw ScalingFault.validation(
          "Step scaling policies are not supported for the lambda service namespace");
    }
  }
}
