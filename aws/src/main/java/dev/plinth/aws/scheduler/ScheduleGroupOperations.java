/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.scheduler;

import dev.plinth.aws.call.AwsFailure;
import dev.plinth.aws.call.Operation;
import dev.plinth.aws.call.SafeCreate;
import dev.plinth.aws.client.AwsService;
import dev.plinth.aws.model.ModelReader;
import dev.plinth.aws.resource.AsAsked;
import dev.plinth.aws.resource.AwsSession;
import dev.plinth.aws.resource.Change;
import dev.plinth.aws.resource.Completion;
import dev.plinth.aws.resource.PrefixedName;
import dev.plinth.aws.resource.Prior;
import dev.plinth.aws.resource.ResourceOperations;
import dev.plinth.aws.resource.SaidOutputs;
import dev.plinth.aws.resource.TagChanges;
import dev.plinth.aws.resource.TagOutputs;
import dev.plinth.aws.schema.Shape;
import dev.plinth.engine.provider.CreateResult;
import dev.plinth.engine.value.PropertyMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import software.amazon.awssdk.services.scheduler.SchedulerClient;
import software.amazon.awssdk.services.scheduler.model.CreateScheduleGroupRequest;
import software.amazon.awssdk.services.scheduler.model.DeleteScheduleGroupRequest;
import software.amazon.awssdk.services.scheduler.model.GetScheduleGroupRequest;
import software.amazon.awssdk.services.scheduler.model.GetScheduleGroupResponse;
import software.amazon.awssdk.services.scheduler.model.ScheduleGroupState;
import software.amazon.awssdk.services.scheduler.model.Tag;

/** What is done with groups of schedules. */
final class ScheduleGroupOperations implements ResourceOperations {
  private static final Shape SHAPE = ScheduleGroupType.SCHEMA.shape();

  private final AwsSession session;

  ScheduleGroupOperations(AwsSession session) {
    this.session = session;
  }

  @Override
  public CreateResult create(Operation operation, PropertyMap given) {
    PropertyMap inputs = PrefixedName.fill(given, "name", "namePrefix");
    String name = inputs.text("name").orElseThrow();
    CreateScheduleGroupRequest.Builder request =
        CreateScheduleGroupRequest.builder()
            .name(name)
            .clientToken(operation.token("CreateScheduleGroup"));
    Map<String, String> tags = TagChanges.all(inputs);
    if (!tags.isEmpty()) {
      request.tags(tags(tags));
    }
    CreateScheduleGroupRequest built = request.build();
    Prior prior = new Prior(given, PropertyMap.empty());
    new SafeCreate(
            operation,
            AwsFailure::isTaken,
            () ->
                read(operation, name, prior)
                    .filter(found -> AsAsked.is(SHAPE, given, found))
                    .isPresent())
        .run("CreateScheduleGroup", List.of(), () -> scheduler().createScheduleGroup(built));
    PropertyMap outputs =
        Completion.finish(
            operation, name, inputs, () -> {}, () -> readBack(operation, name, prior));
    return new CreateResult(name, outputs);
  }

  /** A group that is being deleted is gone for everything but its name. */
  @Override
  public Optional<PropertyMap> read(Operation operation, String id, Prior prior) {
    return find(operation, id)
        .filter(group -> group.state() != ScheduleGroupState.DELETING)
        .map(group -> outputs(operation, group, prior));
  }

  @Override
  public PropertyMap update(Operation operation, String id, Change change) {
    TagChanges tags = TagChanges.of(change);
    String arn = change.oldOutputs().text("arn").orElseThrow();
    return Completion.finish(
        operation,
        id,
        change.oldOutputs(),
        () -> changeTags(operation, arn, tags),
        () -> readBack(operation, id, change.prior()));
  }

  @Override
  public void delete(Operation operation, String id, Prior prior) {
    DeleteScheduleGroupRequest request =
        DeleteScheduleGroupRequest.builder()
            .name(id)
            .clientToken(operation.token("DeleteScheduleGroup"))
            .build();
    operation.ifThere("DeleteScheduleGroup", () -> scheduler().deleteScheduleGroup(request));
    operation.await(
        "gone",
        Optional.empty(),
        () -> find(operation, id),
        found -> found.isEmpty() ? Optional.of(true) : Optional.empty());
  }

  private void changeTags(Operation operation, String arn, TagChanges tags) {
    tags.apply(
        removed ->
            operation.call(
                "UntagResource",
                () -> scheduler().untagResource(untag -> untag.resourceArn(arn).tagKeys(removed))),
        set ->
            operation.call(
                "TagResource",
                () -> scheduler().tagResource(tag -> tag.resourceArn(arn).tags(tags(set)))));
  }

  private Optional<GetScheduleGroupResponse> find(Operation operation, String name) {
    GetScheduleGroupRequest request = GetScheduleGroupRequest.builder().name(name).build();
    return operation.ifThere("GetScheduleGroup", () -> scheduler().getScheduleGroup(request));
  }

  private PropertyMap readBack(Operation operation, String id, Prior prior) {
    return operation.await(
        "readable", Optional.empty(), () -> read(operation, id, prior), found -> found);
  }

  private PropertyMap outputs(Operation operation, GetScheduleGroupResponse group, Prior prior) {
    PropertyMap.Builder outputs = PropertyMap.builder();
    SaidOutputs.put(outputs, SHAPE, prior);
    outputs.putAll(ModelReader.read(SHAPE, group));
    Map<String, String> tags = new TreeMap<>();
    operation
        .ifThere(
            "ListTagsForResource",
            () -> scheduler().listTagsForResource(request -> request.resourceArn(group.arn())))
        .ifPresent(found -> found.tags().forEach(tag -> tags.put(tag.key(), tag.value())));
    TagOutputs.put(outputs, session.tags(), tags, prior);
    return outputs.build();
  }

  private static List<Tag> tags(Map<String, String> tags) {
    return tags.entrySet().stream()
        .map(tag -> Tag.builder().key(tag.getKey()).value(tag.getValue()).build())
        .toList();
  }

  private SchedulerClient scheduler() {
    return session.clients().of(AwsService.SCHEDULER);
  }
}
