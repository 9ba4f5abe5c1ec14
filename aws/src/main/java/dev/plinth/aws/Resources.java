/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws;

import dev.plinth.aws.call.Operation;
import dev.plinth.aws.call.Pacing;
import dev.plinth.aws.call.Redaction;
import dev.plinth.aws.resource.AwsSession;
import dev.plinth.aws.resource.Change;
import dev.plinth.aws.resource.Located;
import dev.plinth.aws.resource.Prior;
import dev.plinth.aws.resource.ResourceOperations;
import dev.plinth.aws.resource.ResourceType;
import dev.plinth.aws.schema.InputsFromOutputs;
import dev.plinth.aws.schema.ProgramTexts;
import dev.plinth.aws.schema.ResourceDiff;
import dev.plinth.aws.schema.ResourceSchema;
import dev.plinth.aws.schema.SecretMarks;
import dev.plinth.engine.provider.CreateRequest;
import dev.plinth.engine.provider.CreateResult;
import dev.plinth.engine.provider.DeleteRequest;
import dev.plinth.engine.provider.FindRequest;
import dev.plinth.engine.provider.Found;
import dev.plinth.engine.provider.PartialFailureException;
import dev.plinth.engine.provider.ProviderHost;
import dev.plinth.engine.provider.ReadRequest;
import dev.plinth.engine.provider.ReadResult;
import dev.plinth.engine.provider.UpdateRequest;
import dev.plinth.engine.urn.Urn;
import dev.plinth.engine.value.PropertyMap;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * What is really done, for every type alike: time limits, secret marks, the account check. This
 * class and all that it uses may touch the AWS SDK; nothing before it does.
 */
final class Resources {
  private static final Duration READ_LIMIT = Duration.ofMinutes(5);

  private final AwsSession session;
  private final AccountGuard guard;
  private final int maxRetries;
  private final Pacing pacing;
  private final ProviderHost host;
  private final Map<String, ResourceOperations> operations = new ConcurrentHashMap<>();

  Resources(
      AwsSession session, AccountGuard guard, int maxRetries, Pacing pacing, ProviderHost host) {
    this.session = session;
    this.guard = guard;
    this.maxRetries = maxRetries;
    this.pacing = pacing;
    this.host = host;
  }

  CreateResult create(ResourceType type, CreateRequest request) {
    PropertyMap inputs = request.inputs();
    Duration limit = request.timeout().orElse(type.limits().create());
    Operation operation =
        begin(type, request.urn(), inputs.text("name").orElse(request.urn().name()), limit, inputs);
    CreateResult created = marking(type, inputs, () -> of(type).create(operation, inputs));
    return new CreateResult(created.id(), asWritten(type, inputs, created.outputs()));
  }

  /**
   * Looks for what an interrupted create made, by the id that its inputs determine. What is there
   * and is not as it was asked for may be somebody else's.
   */
  Found find(ResourceType type, FindRequest request) {
    String awsName = type.schema().awsName();
    PropertyMap inputs = request.inputs();
    Located where = locate(type, request);
    if (where instanceof Located.Unknown) {
      return new Found.Unknown("the inputs of a " + awsName + " do not tell its id");
    }
    if (!(where instanceof Located.At at)) {
      return new Found.NotCreated();
    }
    ReadResult found =
        read(type, new ReadRequest(request.urn(), at.id(), inputs, PropertyMap.empty()));
    if (!found.exists()) {
      return new Found.NotCreated();
    }
    return ResourceDiff.changes(
                type.schema().shape(), inputs, found.outputs(), inputs, type.setLater())
            .isEmpty()
        ? new Found.Created(found)
        : new Found.Unknown(
            "there is a " + awsName + " \"" + at.id() + "\", which is not as it was asked for");
  }

  private Located locate(ResourceType type, FindRequest request) {
    PropertyMap inputs = request.inputs();
    return type.idOf(inputs)
        .<Located>map(Located.At::new)
        .orElseGet(
            () -> {
              String name = inputs.text("name").orElse(request.urn().name());
              return of(type).locate(begin(type, request.urn(), name, READ_LIMIT, inputs), inputs);
            });
  }

  ReadResult read(ResourceType type, ReadRequest request) {
    Operation operation =
        begin(type, request.urn(), request.id(), READ_LIMIT, request.inputs(), request.outputs());
    Optional<PropertyMap> found =
        of(type).read(operation, request.id(), new Prior(request.inputs(), request.outputs()));
    if (found.isEmpty()) {
      return ReadResult.gone();
    }
    PropertyMap outputs = asWritten(type, request.inputs(), found.get());
    PropertyMap inputs = InputsFromOutputs.rebuild(type.schema(), request.inputs(), outputs);
    return new ReadResult(type.id(request.id(), outputs), inputs, outputs);
  }

  PropertyMap update(ResourceType type, UpdateRequest request) {
    PropertyMap inputs = request.newInputs();
    Duration limit = request.timeout().orElse(type.limits().update());
    Operation operation =
        begin(
            type,
            request.urn(),
            request.id(),
            limit,
            inputs,
            request.oldInputs(),
            request.oldOutputs());
    PropertyMap outputs =
        marking(
            type, inputs, () -> of(type).update(operation, request.id(), change(type, request)));
    return asWritten(type, inputs, outputs);
  }

  void delete(ResourceType type, DeleteRequest request) {
    Duration limit = request.timeout().orElse(type.limits().delete());
    Operation operation =
        begin(type, request.urn(), request.id(), limit, request.inputs(), request.outputs());
    of(type).delete(operation, request.id(), new Prior(request.inputs(), request.outputs()));
  }

  private static Change change(ResourceType type, UpdateRequest request) {
    return new Change(
        request.oldInputs(),
        request.oldOutputs(),
        request.newInputs(),
        Changes.of(type.schema(), request));
  }

  private Operation begin(
      ResourceType type, Urn urn, String name, Duration limit, PropertyMap... properties) {
    ResourceSchema schema = type.schema();
    Operation operation =
        new Operation(
            schema.awsName() + " \"" + name + "\" in " + session.clients().region(),
            limit,
            maxRetries,
            new Redaction(schema.shape(), properties),
            pacing,
            (message, remedy) -> host.warn(urn, message, remedy));
    guard.ensureAllowed(operation);
    return operation;
  }

  private ResourceOperations of(ResourceType type) {
    return operations.computeIfAbsent(type.schema().token(), token -> type.operations(session));
  }

  /** What AWS says, in the program's writing and with its secret marks. */
  private static PropertyMap asWritten(ResourceType type, PropertyMap inputs, PropertyMap outputs) {
    return SecretMarks.carry(inputs, ProgramTexts.keep(type.schema().shape(), inputs, outputs));
  }

  /** A resource that is not as asked keeps its secret marks too. */
  private static <T> T marking(ResourceType type, PropertyMap inputs, Supplier<T> work) {
    try {
      return work.get();
    } catch (PartialFailureException e) {
      throw new PartialFailureException(
          e.id(), asWritten(type, inputs, e.outputs()), e.reasons(), e.getCause());
    }
  }
}
