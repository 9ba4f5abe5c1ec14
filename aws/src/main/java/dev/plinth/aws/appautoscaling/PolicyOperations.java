/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.appautoscaling;

import dev.plinth.aws.call.Operation;
import dev.plinth.aws.call.RetryRules;
import dev.plinth.aws.client.AwsService;
import dev.plinth.aws.model.ModelReader;
import dev.plinth.aws.model.ModelWriter;
import dev.plinth.aws.resource.AwsSession;
import dev.plinth.aws.resource.Change;
import dev.plinth.aws.resource.Completion;
import dev.plinth.aws.resource.Prior;
import dev.plinth.aws.resource.ResourceOperations;
import dev.plinth.aws.schema.Shape;
import dev.plinth.engine.provider.CreateResult;
import dev.plinth.engine.value.PropertyMap;
import java.util.Optional;
import software.amazon.awssdk.services.applicationautoscaling.ApplicationAutoScalingClient;
import software.amazon.awssdk.services.applicationautoscaling.model.DeleteScalingPolicyRequest;
import software.amazon.awssdk.services.applicationautoscaling.model.DescribeScalingPoliciesRequest;
import software.amazon.awssdk.services.applicationautoscaling.model.PutScalingPolicyRequest;
import software.amazon.awssdk.services.applicationautoscaling.model.ScalingPolicy;

/** What is done with scaling policies; one call makes and changes them. */
final class PolicyOperations implements ResourceOperations {
  private static final Shape SHAPE = PolicyType.SCHEMA.shape();

  private final AwsSession session;

  PolicyOperations(AwsSession session) {
    this.session = session;
  }

  @Override
  public CreateResult create(Operation operation, PropertyMap inputs) {
    return new CreateResult(inputs.text("name").orElseThrow(), put(operation, inputs));
  }

  @Override
  public Optional<PropertyMap> read(Operation operation, String id, Prior prior) {
    if (prior.saidText("resourceId").isPresent()) {
      return find(operation, TargetKey.of(id, prior), id);
    }
    int slash = id.lastIndexOf('/');
    TargetKey key =
        TargetKey.parse(id.substring(0, Math.max(0, slash)), "NAMESPACE/RESOURCE/DIMENSION/NAME");
    return find(operation, key, id.substring(slash + 1));
  }

  @Override
  public PropertyMap update(Operation operation, String id, Change change) {
    return put(operation, change.newInputs());
  }

  @Override
  public void delete(Operation operation, String id, Prior prior) {
    TargetKey key = TargetKey.of(id, prior);
    DeleteScalingPolicyRequest request =
        DeleteScalingPolicyRequest.builder()
            .policyName(id)
            .serviceNamespace(key.serviceNamespace())
            .resourceId(key.resourceId())
            .scalableDimension(key.scalableDimension())
            .build();
    operation.ifThere(
        "DeleteScalingPolicy",
        RetryRules.SCALING_POLICY_DELETE,
        () -> scaling().deleteScalingPolicy(request));
  }

  private PropertyMap put(Operation operation, PropertyMap inputs) {
    PutScalingPolicyRequest request =
        ModelWriter.fill(PutScalingPolicyRequest.builder(), SHAPE, inputs).build();
    String name = request.policyName();
    operation.repeatable(
        "PutScalingPolicy", RetryRules.SCALING_POLICY, () -> scaling().putScalingPolicy(request));
    return Completion.finish(
        operation,
        name,
        inputs,
        () -> {},
        () ->
            operation.await(
                "readable",
                Optional.empty(),
                () -> find(operation, TargetKey.of(inputs), name),
                found -> found));
  }

  private Optional<PropertyMap> find(Operation operation, TargetKey key, String name) {
    DescribeScalingPoliciesRequest request =
        DescribeScalingPoliciesRequest.builder()
            .policyNames(name)
            .serviceNamespace(key.serviceNamespace())
            .resourceId(key.resourceId())
            .scalableDimension(key.scalableDimension())
            .build();
    return operation
        .call("DescribeScalingPolicies", () -> scaling().describeScalingPolicies(request))
        .scalingPolicies()
        .stream()
        .filter(policy -> policy.policyName().equals(name))
        .filter(policy -> policy.resourceId().equals(key.resourceId()))
        .findFirst()
        .map(PolicyOperations::outputs);
  }

  private static PropertyMap outputs(ScalingPolicy policy) {
    return ModelReader.read(SHAPE, policy).toBuilder()
        .putTexts("alarmArns", policy.alarms().stream().map(alarm -> alarm.alarmARN()).toList())
        .build();
  }

  private ApplicationAutoScalingClient scaling() {
    return session.clients().of(AwsService.APPLICATION_AUTO_SCALING);
  }
}
