/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.local.events;

import dev.plinth.local.account.AccountContext;
import dev.plinth.local.account.Constraints;
import dev.plinth.local.catalogue.Catalogue;
import dev.plinth.local.catalogue.ResourceKind;
import dev.plinth.local.store.SdkFields;
import dev.plinth.local.store.Stock;
import dev.plinth.local.store.Stored;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.eventbridge.model.CreateEventBusRequest;
import software.amazon.awssdk.services.eventbridge.model.DescribeEventBusResponse;
import software.amazon.awssdk.services.eventbridge.model.EventBus;
import software.amazon.awssdk.services.eventbridge.model.ListEventBusesRequest;
import software.amazon.awssdk.services.eventbridge.model.ListEventBusesResponse;
import software.amazon.awssdk.services.eventbridge.model.UpdateEventBusRequest;

/** The account's event buses. The default one is always there; it is kept once it was changed. */
final class EventBuses {
  static final String DEFAULT = "default";
  private static final Pattern NAME = Pattern.compile("[/\\.\\-_A-Za-z0-9]+");
  private static final int LONGEST_NAME = 256;
  private static final int LONGEST_DESCRIPTION = 512;

  private final AccountContext account;
  private final Stock<DescribeEventBusResponse> stock;
  private final Catalogue catalogue;

  EventBuses(AccountContext account, Stock<DescribeEventBusResponse> stock, Catalogue catalogue) {
    this.account = account;
    this.catalogue = catalogue;
    this.stock = stock;
  }

  String arn(String name) {
    return account.arn("events", "event-bus/" + name);
  }

  List<String> arns() {
    return stock.names().stream().filter(name -> !name.equals(DEFAULT)).map(this::arn).toList();
  }

  /** The bus that a name or an ARN means; without either the default one. It has to exist. */
  String resolve(@Nullable String nameOrArn) {
    String name = plain(nameOrArn);
    if (!isOurs(name) && catalogue.find(ResourceKind.EVENT_BUS, arn(name)).isEmpty()) {
      throw EventsFault.noBus(name);
    }
    return name;
  }

  /** The same for a call that may name what others have made. */
  String require(@Nullable String nameOrArn, String call) {
    String name = plain(nameOrArn);
    if (!isOurs(name)) {
      catalogue.require(ResourceKind.EVENT_BUS, arn(name), call, () -> EventsFault.noBus(name));
    }
    return name;
  }

  private String plain(@Nullable String nameOrArn) {
    String name = Optional.ofNullable(nameOrArn).orElse(DEFAULT);
    String prefix = arn("");
    return name.startsWith(prefix) ? name.substring(prefix.length()) : name;
  }

  private boolean isOurs(String name) {
    return name.equals(DEFAULT) || stock.contains(name);
  }

  DescribeEventBusResponse create(CreateEventBusRequest request) {
    String name = request.name();
    Map<String, String> tags = TagLists.map(request.tags());
    EventsFault.throwIfAny(
        new Constraints()
            .required(name, "name")
            .length(name, "name", 1, LONGEST_NAME)
            .pattern(name, "name", NAME)
            .length(request.description(), "description", 0, LONGEST_DESCRIPTION));
    TagLists.check(tags);
    if (name.equals(DEFAULT)) {
      throw EventsFault.busExists(name);
    }
    if (request.eventSourceName() == null && name.indexOf('/') >= 0) {
      throw EventsFault.validation("Event bus name must not contain '/'.");
    }
    if (request.eventSourceName() != null) {
      throw EventsFault.notFound("Event source " + request.eventSourceName() + " does not exist.");
    }
    Instant now = Instant.ofEpochMilli(account.now());
    DescribeEventBusResponse bus =
        SdkFields.copy(request, DescribeEventBusResponse.builder(), DescribeEventBusResponse.class)
            .copy(builder -> builder.arn(arn(name)).creationTime(now).lastModifiedTime(now));
    stock.create(name, new Stored<>(bus, tags), () -> EventsFault.busExists(name));
    return bus;
  }

  DescribeEventBusResponse describe(@Nullable String nameOrArn) {
    String name = resolve(nameOrArn);
    return stock.find(name).map(Stored::model).orElseGet(() -> bare(name));
  }

  private DescribeEventBusResponse bare(String name) {
    return DescribeEventBusResponse.builder().name(name).arn(arn(name)).build();
  }

  /** A bus becomes what the request says; what it leaves out, or says as an empty text, is gone. */
  DescribeEventBusResponse update(UpdateEventBusRequest request) {
    EventsFault.throwIfAny(
        new Constraints().length(request.description(), "description", 0, LONGEST_DESCRIPTION));
    String name = resolve(request.name());
    return stock
        .put(
            name,
            () -> new Stored<>(changed(bare(name), request), Map.of()),
            stored -> stored.with(bus -> changed(bus, request)))
        .model();
  }

  private DescribeEventBusResponse changed(
      DescribeEventBusResponse bus, UpdateEventBusRequest request) {
    return bus.copy(
        builder ->
            builder
                .lastModifiedTime(Instant.ofEpochMilli(account.now()))
                .description(said(request.description()))
                .kmsKeyIdentifier(said(request.kmsKeyIdentifier()))
                .deadLetterConfig(request.deadLetterConfig())
                .logConfig(request.logConfig()));
  }

  private static @Nullable String said(@Nullable String text) {
    return text == null || text.isEmpty() ? null : text;
  }

  ListEventBusesResponse list(ListEventBusesRequest request) {
    String prefix = Optional.ofNullable(request.namePrefix()).orElse("");
    List<DescribeEventBusResponse> all = new ArrayList<>(stock.all(prefix));
    if (DEFAULT.startsWith(prefix) && !stock.contains(DEFAULT)) {
      all.add(bare(DEFAULT));
    }
    return ListEventBusesResponse.builder()
        .eventBuses(
            all.stream()
                .map(bus -> SdkFields.copy(bus, EventBus.builder(), EventBus.class))
                .toList())
        .build();
  }

  /** That a bus does not exist is no failure. */
  void delete(@Nullable String name) {
    EventsFault.throwIfAny(new Constraints().required(name, "name"));
    if (DEFAULT.equals(name)) {
      throw EventsFault.validation("Cannot delete event bus default.");
    }
    stock.delete(String.valueOf(name));
  }

  Stock<DescribeEventBusResponse> stock() {
    return stock;
  }
}
