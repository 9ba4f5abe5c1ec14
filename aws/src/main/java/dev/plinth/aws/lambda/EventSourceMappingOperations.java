/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.lambda;

import dev.plinth.aws.call.AwsFailure;
import dev.plinth.aws.call.Operation;
import dev.plinth.aws.call.RetryRules;
import dev.plinth.aws.call.SafeCreate;
import dev.plinth.aws.model.ModelWriter;
import dev.plinth.aws.resource.AwsSession;
import dev.plinth.aws.resource.Change;
import dev.plinth.aws.resource.Completion;
import dev.plinth.aws.resource.Located;
import dev.plinth.aws.resource.Prior;
import dev.plinth.aws.resource.ResourceOperations;
import dev.plinth.aws.resource.TagChanges;
import dev.plinth.aws.schema.ResourceSchema;
import dev.plinth.aws.schema.Shape;
import dev.plinth.engine.provider.CreateResult;
import dev.plinth.engine.value.PropertyMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.CreateEventSourceMappingRequest;
import software.amazon.awssdk.services.lambda.model.CreateEventSourceMappingResponse;
import software.amazon.awssdk.services.lambda.model.DeleteEventSourceMappingRequest;
import software.amazon.awssdk.services.lambda.model.UpdateEventSourceMappingRequest;

/** What is done with event source mappings. */
final class EventSourceMappingOperations implements ResourceOperations {
  private static final Shape SHAPE = EventSourceMappingShape.SHAPE;

  private final AwsSession session;
  private final EventSourceMappingReader reader;

  EventSourceMappingOperations(AwsSession session) {
    this.session = session;
    this.reader = new EventSourceMappingReader(session);
  }

  @Override
  public CreateResult create(Operation operation, PropertyMap inputs) {
    CreateEventSourceMappingRequest request = request(inputs);
    Prior prior = new Prior(inputs, PropertyMap.empty());
    String uuid =
        new SafeCreate(
                operation,
                AwsFailure::isTaken,
                () -> reader.findAsAsked(operation, inputs).isPresent())
            .run(
                "CreateEventSourceMapping",
                RetryRules.EVENT_SOURCE_MAPPING_CREATE,
                () -> lambda().createEventSourceMapping(request))
            .map(CreateEventSourceMappingResponse::uuid)
            .or(() -> reader.findAsAsked(operation, inputs))
            .orElseThrow(operation::disappeared);
    PropertyMap outputs =
        Completion.finish(
            operation, uuid, inputs, () -> {}, () -> reader.readSettled(operation, uuid, prior));
    return new CreateResult(uuid, outputs);
  }

  @Override
  public Located locate(Operation operation, PropertyMap inputs) {
    return inputs.has("eventSourceArn")
        ? Located.of(reader.ids(operation, inputs).stream().findFirst())
        : new Located.Unknown();
  }

  @Override
  public Optional<PropertyMap> read(Operation operation, String id, Prior prior) {
    return reader.read(operation, id, prior);
  }

  @Override
  public PropertyMap update(Operation operation, String id, Change change) {
    return Completion.finish(
        operation,
        id,
        change.oldOutputs(),
        () -> apply(operation, id, change),
        () -> reader.readSettled(operation, id, change.prior()));
  }

  @Override
  public void delete(Operation operation, String id, Prior prior) {
    DeleteEventSourceMappingRequest request =
        DeleteEventSourceMappingRequest.builder().uuid(id).build();
    operation.ifThere(
        "DeleteEventSourceMapping",
        RetryRules.EVENT_SOURCE_MAPPING_CHANGE,
        () -> lambda().deleteEventSourceMapping(request));
    operation.await(
        "gone",
        Optional.empty(),
        () -> reader.find(operation, id),
        found -> found.isEmpty() ? Optional.of(true) : Optional.empty());
  }

  private void apply(Operation operation, String id, Change change) {
    TagChanges tags = TagChanges.of(change);
    change
        .oldOutputs()
        .text("arn")
        .ifPresent(arn -> LambdaTags.change(lambda(), operation, arn, tags));
    Set<String> settings = new TreeSet<>(change.changed());
    settings.removeAll(List.of(ResourceSchema.TAGS, ResourceSchema.TAGS_ALL));
    if (settings.isEmpty()) {
      return;
    }
    UpdateEventSourceMappingRequest request = request(id, change);
    operation.call(
        "UpdateEventSourceMapping",
        RetryRules.EVENT_SOURCE_MAPPING_CHANGE,
        () -> lambda().updateEventSourceMapping(request));
  }

  private static CreateEventSourceMappingRequest request(PropertyMap inputs) {
    CreateEventSourceMappingRequest.Builder request =
        ModelWriter.fill(CreateEventSourceMappingRequest.builder(), SHAPE, inputs);
    Map<String, String> tags = TagChanges.all(inputs);
    return tags.isEmpty() ? request.build() : request.tags(tags).build();
  }

  private static UpdateEventSourceMappingRequest request(String id, Change change) {
    UpdateEventSourceMappingRequest.Builder request =
        ModelWriter.change(UpdateEventSourceMappingRequest.builder(), SHAPE, change).uuid(id);
    PropertyMap inputs = change.newInputs();
    if (isTaken(change, "destinationConfig")) {
      request.destinationConfig(to -> to.onFailure(nowhere -> {}));
    }
    if (isTaken(change, "maximumBatchingWindowInSeconds")) {
      request.maximumBatchingWindowInSeconds(0);
    }
    if (isTaken(change, "tumblingWindowInSeconds")) {
      request.tumblingWindowInSeconds(0);
    }
    if (inputs.has("enabled")) {
      request.enabled(inputs.bool("enabled").orElse(true));
    }
    return request.build();
  }

  /** Whether the program no longer says a property. */
  private static boolean isTaken(Change change, String property) {
    return change.changes(property) && !change.newInputs().has(property);
  }

  private LambdaClient lambda() {
    return session.clients().lambda();
  }
}
