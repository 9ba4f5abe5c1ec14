/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.local.lambda;

import dev.plinth.local.account.AccountContext;
import dev.plinth.local.account.AccountTags;
import dev.plinth.local.account.Constraints;
import dev.plinth.local.account.RequestId;
import dev.plinth.local.catalogue.Catalogue;
import dev.plinth.local.catalogue.KnownResource;
import dev.plinth.local.catalogue.ResourceKind;
import dev.plinth.local.store.SdkFields;
import dev.plinth.local.store.Stock;
import dev.plinth.local.store.Stored;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.lambda.model.CreateEventSourceMappingRequest;
import software.amazon.awssdk.services.lambda.model.CreateEventSourceMappingResponse;
import software.amazon.awssdk.services.lambda.model.DeleteEventSourceMappingRequest;
import software.amazon.awssdk.services.lambda.model.DeleteEventSourceMappingResponse;
import software.amazon.awssdk.services.lambda.model.EventSourceMappingConfiguration;
import software.amazon.awssdk.services.lambda.model.GetEventSourceMappingRequest;
import software.amazon.awssdk.services.lambda.model.GetEventSourceMappingResponse;
import software.amazon.awssdk.services.lambda.model.ListEventSourceMappingsRequest;
import software.amazon.awssdk.services.lambda.model.ListEventSourceMappingsResponse;
import software.amazon.awssdk.services.lambda.model.UpdateEventSourceMappingRequest;
import software.amazon.awssdk.services.lambda.model.UpdateEventSourceMappingResponse;

/** What Lambda reads events from for functions. */
final class EventSourceMappings {
  private final AccountContext account;
  private final Functions functions;
  private final Stock<EventSourceMappingConfiguration> stock;
  private final Catalogue catalogue;
  private final Destinations destinations;

  EventSourceMappings(
      Functions functions,
      Stock<EventSourceMappingConfiguration> stock,
      Catalogue catalogue,
      Destinations destinations) {
    this.account = functions.account();
    this.functions = functions;
    this.stock = stock;
    this.catalogue = catalogue;
    this.destinations = destinations;
  }

  CreateEventSourceMappingResponse create(CreateEventSourceMappingRequest request) {
    AccountTags.check(new Constraints(), request.tags());
    FunctionTags.check(request.tags());
    FunctionName function = FunctionName.of(account, request.functionName());
    functions.requireQualified(function);
    EventSource source = EventSource.of(request.eventSourceArn());
    String uuid = RequestId.next();
    EventSourceMappingConfiguration asked =
        SdkFields.copy(
            request,
            EventSourceMappingConfiguration.builder(),
            EventSourceMappingConfiguration.class);
    EventSourceMappingConfiguration mapping =
        source.withDefaults(asked).toBuilder()
            .uuid(uuid)
            .functionArn(function.qualifiedArn(account))
            .eventSourceMappingArn(arn(uuid))
            .state(MappingState.begin("Creating", !Boolean.FALSE.equals(request.enabled())))
            .stateTransitionReason("USER_INITIATED")
            .lastModified(now())
            .build();
    check(source, mapping, "lambda:CreateEventSourceMapping");
    return functions.changing(
        () -> {
          requireNew(mapping);
          stock.put(uuid, () -> new Stored<>(mapping, request.tags()), before -> before);
          return SdkFields.copy(
              MappingState.answered(mapping),
              CreateEventSourceMappingResponse.builder(),
              CreateEventSourceMappingResponse.class);
        });
  }

  GetEventSourceMappingResponse get(GetEventSourceMappingRequest request) {
    return SdkFields.copy(
        require(request.uuid()),
        GetEventSourceMappingResponse.builder(),
        GetEventSourceMappingResponse.class);
  }

  UpdateEventSourceMappingResponse update(UpdateEventSourceMappingRequest request) {
    String uuid = requireIdle(request.uuid()).uuid();
    Optional<FunctionName> function =
        Optional.ofNullable(request.functionName()).map(name -> FunctionName.of(account, name));
    function.ifPresent(functions::requireQualified);
    EventSourceMappingConfiguration changed =
        stock
            .change(
                uuid,
                EventSourceMappings::notFound,
                stored -> stored.with(before -> changed(before, request, function)))
            .model();
    return SdkFields.copy(
        MappingState.answered(changed),
        UpdateEventSourceMappingResponse.builder(),
        UpdateEventSourceMappingResponse.class);
  }

  DeleteEventSourceMappingResponse delete(DeleteEventSourceMappingRequest request) {
    EventSourceMappingConfiguration mapping = requireIdle(request.uuid());
    EventSourceMappingConfiguration deleting =
        stock
            .change(
                mapping.uuid(),
                EventSourceMappings::notFound,
                stored ->
                    stored.with(
                        before ->
                            before.toBuilder()
                                .state(MappingState.DELETING)
                                .lastModified(now())
                                .build()))
            .model();
    return SdkFields.copy(
        deleting,
        DeleteEventSourceMappingResponse.builder(),
        DeleteEventSourceMappingResponse.class);
  }

  ListEventSourceMappingsResponse list(ListEventSourceMappingsRequest request) {
    Optional<String> function =
        Optional.ofNullable(request.functionName())
            .map(name -> FunctionName.of(account, name).qualifiedArn(account));
    Page page = Page.of(request.marker(), request.maxItems());
    List<EventSourceMappingConfiguration> all =
        stock.names().stream()
            .flatMap(uuid -> find(uuid).stream())
            .filter(each -> function.isEmpty() || each.functionArn().equals(function.get()))
            .filter(
                each ->
                    request.eventSourceArn() == null
                        || request.eventSourceArn().equals(each.eventSourceArn()))
            .toList();
    int from = Math.min(page.index(), all.size());
    int to = Math.min(from + page.size(), all.size());
    return ListEventSourceMappingsResponse.builder()
        .eventSourceMappings(all.subList(from, to))
        .nextMarker(to < all.size() ? Page.marker("", to) : null)
        .build();
  }

  List<String> arns() {
    return stock.names().stream()
        .flatMap(uuid -> find(uuid).stream())
        .map(EventSourceMappingConfiguration::eventSourceMappingArn)
        .toList();
  }

  /** The mapping as it is seen now; one that was being deleted is gone by and by. */
  Optional<EventSourceMappingConfiguration> find(String uuid) {
    Optional<EventSourceMappingConfiguration> seen =
        stock.find(uuid).flatMap(stored -> MappingState.seen(stored.model(), account));
    if (seen.isEmpty()) {
      stock.delete(uuid);
    }
    return seen;
  }

  Stock<EventSourceMappingConfiguration> stock() {
    return stock;
  }

  private EventSourceMappingConfiguration changed(
      EventSourceMappingConfiguration before,
      UpdateEventSourceMappingRequest request,
      Optional<FunctionName> function) {
    boolean wasOn = MappingState.isOn(before);
    boolean isOn = request.enabled() == null ? wasOn : request.enabled();
    String transition = isOn == wasOn ? "Updating" : isOn ? "Enabling" : "Disabling";
    EventSourceMappingConfiguration.Builder changed =
        SdkFields.merge(
                before,
                request,
                EventSourceMappingConfiguration.builder(),
                EventSourceMappingConfiguration.class)
            .toBuilder()
            .state(MappingState.begin(transition, isOn))
            .lastModified(now());
    function.ifPresent(name -> changed.functionArn(name.qualifiedArn(account)));
    EventSourceMappingConfiguration after = changed.build();
    check(EventSource.of(after.eventSourceArn()), after, "lambda:UpdateEventSourceMapping");
    return after;
  }

  private void check(EventSource source, EventSourceMappingConfiguration mapping, String call) {
    source.check(mapping);
    destinations.check(mapping.destinationConfig(), call);
    source
        .arn()
        .map(
            arn ->
                catalogue.require(
                    ResourceKind.EVENT_SOURCE,
                    arn,
                    call,
                    () ->
                        LambdaFault.invalidParameter(
                            "Error occurred while calling the event source: "
                                + arn
                                + " does not exist.")))
        .flatMap(found -> found.attribute(KnownResource.VISIBILITY_TIMEOUT))
        .ifPresent(visibility -> checkVisibility(mapping, Integer.parseInt(visibility)));
  }

  /** While a function works on messages, nobody else may see them. */
  private void checkVisibility(EventSourceMappingConfiguration mapping, int visibility) {
    int timeout = functions.timeout(FunctionName.of(account, mapping.functionArn()));
    if (visibility < timeout) {
      throw LambdaFault.invalidParameter(
          "Queue visibility timeout: "
              + visibility
              + " seconds is less than Function timeout: "
              + timeout
              + " seconds");
    }
  }

  private void requireNew(EventSourceMappingConfiguration mapping) {
    for (String uuid : stock.names()) {
      Optional<EventSourceMappingConfiguration> other =
          find(uuid)
              .filter(each -> each.functionArn().equals(mapping.functionArn()))
              .filter(each -> mapping.eventSourceArn() != null)
              .filter(each -> mapping.eventSourceArn().equals(each.eventSourceArn()));
      if (other.isPresent()) {
        throw LambdaFault.conflict(
            "The event source arn (\" "
                + mapping.eventSourceArn()
                + " \") and function (\" "
                + mapping.functionArn()
                + " \") provided mapping already exists. Please update or delete the existing"
                + " mapping with UUID "
                + uuid);
      }
    }
  }

  private EventSourceMappingConfiguration require(@Nullable String uuid) {
    LambdaFault.throwIfAny(new Constraints().required(uuid, "uUID"));
    return find(String.valueOf(uuid)).orElseThrow(EventSourceMappings::notFound);
  }

  private EventSourceMappingConfiguration requireIdle(@Nullable String uuid) {
    EventSourceMappingConfiguration mapping = require(uuid);
    if (!MappingState.isSettled(mapping)) {
      throw LambdaFault.inUse("Cannot update the event source mapping because it is in use.");
    }
    return mapping;
  }

  private String arn(String uuid) {
    return account.arn("lambda", "event-source-mapping:" + uuid);
  }

  private Instant now() {
    return Instant.ofEpochMilli(account.now());
  }

  static RuntimeException notFound() {
    return LambdaFault.notFound("The resource you requested does not exist.");
  }
}
