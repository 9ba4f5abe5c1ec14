/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.lambda;

import dev.plinth.aws.call.Operation;
import dev.plinth.aws.model.ModelReader;
import dev.plinth.aws.resource.AsAsked;
import dev.plinth.aws.resource.AwsSession;
import dev.plinth.aws.resource.Prior;
import dev.plinth.aws.resource.TagOutputs;
import dev.plinth.aws.schema.Shape;
import dev.plinth.engine.value.PropertyMap;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.EventSourceMappingConfiguration;
import software.amazon.awssdk.services.lambda.model.GetEventSourceMappingRequest;
import software.amazon.awssdk.services.lambda.model.GetEventSourceMappingResponse;
import software.amazon.awssdk.services.lambda.model.ListEventSourceMappingsRequest;

/** Reads event source mappings and waits for their states. */
final class EventSourceMappingReader {
  private static final Shape SHAPE = EventSourceMappingShape.SHAPE;

  /** AWS answers 0 where none was set. */
  private static final List<String> WINDOWS =
      List.of("maximumBatchingWindowInSeconds", "tumblingWindowInSeconds");

  private final AwsSession session;

  EventSourceMappingReader(AwsSession session) {
    this.session = session;
  }

  Optional<PropertyMap> read(Operation operation, String uuid, Prior prior) {
    return find(operation, uuid)
        .filter(found -> !"Deleting".equals(found.state()))
        .map(found -> outputs(operation, found, prior));
  }

  /** A mapping after it was written, when what was begun has come to its end. */
  PropertyMap readSettled(Operation operation, String uuid, Prior prior) {
    GetEventSourceMappingResponse settled =
        operation.await(
            "settled",
            Optional.empty(),
            () -> find(operation, uuid),
            found -> found.filter(EventSourceMappingReader::isSettled));
    return outputs(operation, settled, prior);
  }

  Optional<GetEventSourceMappingResponse> find(Operation operation, String uuid) {
    GetEventSourceMappingRequest request =
        GetEventSourceMappingRequest.builder().uuid(uuid).build();
    return operation.ifThere(
        "GetEventSourceMapping", () -> lambda().getEventSourceMapping(request));
  }

  /** The mapping that inputs ask for, if it is there. */
  Optional<String> findAsAsked(Operation operation, PropertyMap inputs) {
    Prior prior = new Prior(inputs, PropertyMap.empty());
    return ids(operation, inputs).stream()
        .filter(
            uuid ->
                read(operation, uuid, prior)
                    .filter(found -> AsAsked.is(SHAPE, inputs, found, "enabled"))
                    .isPresent())
        .findFirst();
  }

  /**
   * The ids of the mappings of a function, from a source if the inputs have one: AWS keeps one for
   * both, but gives it an id of its own.
   */
  List<String> ids(Operation operation, PropertyMap inputs) {
    ListEventSourceMappingsRequest request =
        ListEventSourceMappingsRequest.builder()
            .functionName(inputs.text("functionName").orElseThrow())
            .eventSourceArn(inputs.text("eventSourceArn").orElse(null))
            .build();
    return operation
        .ifThere("ListEventSourceMappings", () -> lambda().listEventSourceMappings(request))
        .stream()
        .flatMap(page -> page.eventSourceMappings().stream())
        .map(EventSourceMappingConfiguration::uuid)
        .toList();
  }

  private PropertyMap outputs(
      Operation operation, GetEventSourceMappingResponse found, Prior prior) {
    PropertyMap.Builder outputs = PropertyMap.builder();
    PropertyMap read = ModelReader.read(SHAPE, found);
    for (String window : WINDOWS) {
      if (read.integer(window).equals(Optional.of(0)) && !prior.inputs().has(window)) {
        read = read.without(window);
      }
    }
    outputs.putAll(read);
    outputs.put("functionName", FunctionReference.kept(prior, "functionName", found.functionArn()));
    enabled(found.state()).ifPresent(enabled -> outputs.put("enabled", enabled));
    TagOutputs.put(
        outputs,
        session.tags(),
        LambdaTags.read(lambda(), operation, found.eventSourceMappingArn()),
        prior);
    return outputs.build();
  }

  private static Optional<Boolean> enabled(String state) {
    return switch (String.valueOf(state)) {
      case "Enabled", "Enabling" -> Optional.of(true);
      case "Disabled", "Disabling" -> Optional.of(false);
      default -> Optional.empty();
    };
  }

  private static boolean isSettled(GetEventSourceMappingResponse found) {
    return switch (String.valueOf(found.state())) {
      case "Creating", "Enabling", "Disabling", "Updating" -> false;
      default -> true;
    };
  }

  private LambdaClient lambda() {
    return session.clients().lambda();
  }
}
