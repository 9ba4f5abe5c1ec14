/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.events;

import dev.plinth.aws.call.AwsFailure;
import dev.plinth.aws.call.Operation;
import dev.plinth.aws.call.RetryRules;
import dev.plinth.aws.call.SafeCreate;
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
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.eventbridge.model.CreateEventBusRequest;
import software.amazon.awssdk.services.eventbridge.model.DeleteEventBusRequest;
import software.amazon.awssdk.services.eventbridge.model.DescribeEventBusRequest;
import software.amazon.awssdk.services.eventbridge.model.DescribeEventBusResponse;
import software.amazon.awssdk.services.eventbridge.model.UpdateEventBusRequest;

/** What is done with event buses. */
final class EventBusOperations implements ResourceOperations {
  private static final Shape SHAPE = EventBusType.SCHEMA.shape();
  private static final List<String> UPDATED =
      List.of("description", "kmsKeyIdentifier", "deadLetterConfig");

  private final AwsSession session;

  EventBusOperations(AwsSession session) {
    this.session = session;
  }

  @Override
  public CreateResult create(Operation operation, PropertyMap inputs) {
    String name = inputs.text("name").orElseThrow();
    CreateEventBusRequest.Builder request =
        ModelWriter.fill(CreateEventBusRequest.builder(), SHAPE, inputs);
    Map<String, String> tags = TagChanges.all(inputs);
    if (!tags.isEmpty()) {
      request.tags(EventTags.of(tags));
    }
    CreateEventBusRequest built = request.build();
    Prior prior = new Prior(inputs, PropertyMap.empty());
    new SafeCreate(
            operation,
            AwsFailure::isTaken,
            () ->
                read(operation, name, prior)
                    .filter(found -> AsAsked.is(SHAPE, inputs, found))
                    .isPresent())
        .run("CreateEventBus", RetryRules.EVENT_CHANGE, () -> events().createEventBus(built));
    PropertyMap outputs =
        Completion.finish(
            operation, name, inputs, () -> {}, () -> readBack(operation, name, prior));
    return new CreateResult(name, outputs);
  }

  @Override
  public Optional<PropertyMap> read(Operation operation, String id, Prior prior) {
    DescribeEventBusRequest request = DescribeEventBusRequest.builder().name(id).build();
    return operation
        .ifThere("DescribeEventBus", () -> events().describeEventBus(request))
        .map(bus -> outputs(operation, bus, prior));
  }

  @Override
  public PropertyMap update(Operation operation, String id, Change change) {
    return Completion.finish(
        operation,
        id,
        change.oldOutputs(),
        () -> apply(operation, id, change),
        () -> readBack(operation, id, change.prior()));
  }

  /** The call takes every setting anew; only a description has to be cleared by name. */
  private void apply(Operation operation, String id, Change change) {
    new EventTags(events(), operation, change.oldOutputs().text("arn").orElseThrow())
        .change(TagChanges.of(change));
    if (!change.changesAny(UPDATED)) {
      return;
    }
    UpdateEventBusRequest request =
        ModelWriter.fill(UpdateEventBusRequest.builder(), SHAPE, change.newInputs())
            .name(id)
            .description(change.newInputs().text("description").orElse(""))
            .build();
    operation.call(
        "UpdateEventBus", RetryRules.EVENT_CHANGE, () -> events().updateEventBus(request));
  }

  @Override
  public void delete(Operation operation, String id, Prior prior) {
    DeleteEventBusRequest request = DeleteEventBusRequest.builder().name(id).build();
    operation.ifThere(
        "DeleteEventBus", RetryRules.EVENT_CHANGE, () -> events().deleteEventBus(request));
  }

  private PropertyMap readBack(Operation operation, String id, Prior prior) {
    return operation.await(
        "readable", Optional.empty(), () -> read(operation, id, prior), found -> found);
  }

  /** AWS does not tell a bus's partner event source, but it has the bus's name. */
  private PropertyMap outputs(Operation operation, DescribeEventBusResponse bus, Prior prior) {
    PropertyMap.Builder outputs = ModelReader.read(SHAPE, bus).toBuilder();
    if (bus.name().startsWith("aws.partner/")) {
      outputs.put("eventSourceName", bus.name());
    }
    Map<String, String> tags = new EventTags(events(), operation, bus.arn()).read();
    TagOutputs.put(outputs, session.tags(), tags, prior);
    return outputs.build();
  }

  private EventBridgeClient events() {
    return session.clients().events();
  }
}
