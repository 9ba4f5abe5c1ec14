/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.appautoscaling;

import dev.plinth.aws.call.Operation;
import dev.plinth.aws.call.RetryRules;
import dev.plinth.aws.call.SafeCreate;
import dev.plinth.aws.client.AwsService;
import dev.plinth.aws.model.ModelReader;
import dev.plinth.aws.model.ModelWriter;
import dev.plinth.aws.resource.AsAsked;
import dev.plinth.aws.resource.AwsSession;
import dev.plinth.aws.resource.Change;
import dev.plinth.aws.resource.Completion;
import dev.plinth.aws.resource.Prior;
import dev.plinth.aws.resource.ResourceOperations;
import dev.plinth.aws.resource.TagChanges;
import dev.plinth.aws.resource.TagOutputs;
import dev.plinth.aws.schema.Shape;
import dev.plinth.engine.provider.CreateResult;
import dev.plinth.engine.value.PropertyMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.applicationautoscaling.ApplicationAutoScalingClient;
import software.amazon.awssdk.services.applicationautoscaling.model.DeregisterScalableTargetRequest;
import software.amazon.awssdk.services.applicationautoscaling.model.DescribeScalableTargetsRequest;
import software.amazon.awssdk.services.applicationautoscaling.model.ListTagsForResourceRequest;
import software.amazon.awssdk.services.applicationautoscaling.model.RegisterScalableTargetRequest;
import software.amazon.awssdk.services.applicationautoscaling.model.ScalableTarget;
import software.amazon.awssdk.services.applicationautoscaling.model.TagResourceRequest;
import software.amazon.awssdk.services.applicationautoscaling.model.UntagResourceRequest;

/** What is done with scalable targets; one call registers and changes them. */
final class TargetOperations implements ResourceOperations {
  private static final Shape SHAPE = TargetType.SCHEMA.shape();

  private final AwsSession session;

  TargetOperations(AwsSession session) {
    this.session = session;
  }

  @Override
  public CreateResult create(Operation operation, PropertyMap inputs) {
    TargetKey key = TargetKey.of(inputs);
    Prior prior = new Prior(inputs, PropertyMap.empty());
    RegisterScalableTargetRequest.Builder request =
        ModelWriter.fill(RegisterScalableTargetRequest.builder(), SHAPE, inputs);
    Map<String, String> tags = TagChanges.all(inputs);
    if (!tags.isEmpty()) {
      request.tags(tags);
    }
    RegisterScalableTargetRequest built = request.build();
    new SafeCreate(
            operation,
            failure -> false,
            () ->
                read(operation, key, prior)
                    .filter(found -> AsAsked.is(SHAPE, inputs, found))
                    .isPresent())
        .run(
            "RegisterScalableTarget",
            RetryRules.SCALABLE_TARGET,
            () -> scaling().registerScalableTarget(built));
    PropertyMap outputs =
        Completion.finish(
            operation, key.resourceId(), inputs, () -> {}, () -> readBack(operation, key, prior));
    return new CreateResult(key.resourceId(), outputs);
  }

  @Override
  public Optional<PropertyMap> read(Operation operation, String id, Prior prior) {
    return read(operation, TargetKey.of(id, prior), prior);
  }

  @Override
  public PropertyMap update(Operation operation, String id, Change change) {
    TargetKey key = TargetKey.of(change.newInputs());
    return Completion.finish(
        operation,
        id,
        change.oldOutputs(),
        () -> apply(operation, change),
        () -> readBack(operation, key, change.prior()));
  }

  @Override
  public void delete(Operation operation, String id, Prior prior) {
    TargetKey key = TargetKey.of(id, prior);
    DeregisterScalableTargetRequest request =
        DeregisterScalableTargetRequest.builder()
            .serviceNamespace(key.serviceNamespace())
            .resourceId(key.resourceId())
            .scalableDimension(key.scalableDimension())
            .build();
    operation.ifThere(
        "DeregisterScalableTarget", () -> scaling().deregisterScalableTarget(request));
    operation.await(
        "gone",
        Optional.empty(),
        () -> find(operation, key),
        found -> found.isEmpty() ? Optional.of(true) : Optional.empty());
  }

  private void apply(Operation operation, Change change) {
    tags(operation, change);
    if (change.changesAny(List.of("minCapacity", "maxCapacity", "suspendedState"))) {
      RegisterScalableTargetRequest request =
          ModelWriter.fill(RegisterScalableTargetRequest.builder(), SHAPE, change.newInputs())
              .build();
      operation.repeatable(
          "RegisterScalableTarget",
          RetryRules.SCALABLE_TARGET,
          () -> scaling().registerScalableTarget(request));
    }
  }

  private void tags(Operation operation, Change change) {
    TagChanges tags = TagChanges.of(change);
    String arn = change.oldOutputs().text("arn").orElse("");
    if (!tags.removed().isEmpty()) {
      UntagResourceRequest request =
          UntagResourceRequest.builder().resourceARN(arn).tagKeys(tags.removed()).build();
      operation.call("UntagResource", () -> scaling().untagResource(request));
    }
    if (!tags.set().isEmpty()) {
      TagResourceRequest request =
          TagResourceRequest.builder().resourceARN(arn).tags(tags.set()).build();
      operation.call("TagResource", () -> scaling().tagResource(request));
    }
  }

  private PropertyMap readBack(Operation operation, TargetKey key, Prior prior) {
    return operation.await(
        "readable", Optional.empty(), () -> read(operation, key, prior), found -> found);
  }

  private Optional<PropertyMap> read(Operation operation, TargetKey key, Prior prior) {
    return find(operation, key).map(found -> outputs(operation, found, prior));
  }

  private Optional<ScalableTarget> find(Operation operation, TargetKey key) {
    DescribeScalableTargetsRequest request =
        DescribeScalableTargetsRequest.builder()
            .serviceNamespace(key.serviceNamespace())
            .resourceIds(key.resourceId())
            .scalableDimension(key.scalableDimension())
            .build();
    return operation
        .call("DescribeScalableTargets", () -> scaling().describeScalableTargets(request))
        .scalableTargets()
        .stream()
        .filter(target -> target.resourceId().equals(key.resourceId()))
        .findFirst();
  }

  private PropertyMap outputs(Operation operation, ScalableTarget target, Prior prior) {
    PropertyMap.Builder outputs = ModelReader.read(SHAPE, target).toBuilder();
    TagOutputs.put(outputs, session.tags(), tags(operation, target.scalableTargetARN()), prior);
    return outputs.build();
  }

  private Map<String, String> tags(Operation operation, @Nullable String arn) {
    if (arn == null) {
      return Map.of(); // targets that were registered before these had ARNs
    }
    ListTagsForResourceRequest request =
        ListTagsForResourceRequest.builder().resourceARN(arn).build();
    return operation
        .ifThere("ListTagsForResource", () -> scaling().listTagsForResource(request))
        .map(answer -> answer.tags())
        .orElse(Map.of());
  }

  private ApplicationAutoScalingClient scaling() {
    return session.clients().of(AwsService.APPLICATION_AUTO_SCALING);
  }
}
