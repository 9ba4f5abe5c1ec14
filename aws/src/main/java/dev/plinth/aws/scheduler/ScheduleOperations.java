/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.scheduler;

import dev.plinth.aws.call.AwsFailure;
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
import dev.plinth.aws.resource.PrefixedName;
import dev.plinth.aws.resource.Prior;
import dev.plinth.aws.resource.ResourceOperations;
import dev.plinth.aws.resource.SaidOutputs;
import dev.plinth.aws.schema.Shape;
import dev.plinth.engine.provider.CreateResult;
import dev.plinth.engine.provider.ProviderException;
import dev.plinth.engine.value.PropertyMap;
import java.util.Optional;
import software.amazon.awssdk.services.scheduler.SchedulerClient;
import software.amazon.awssdk.services.scheduler.model.CreateScheduleRequest;
import software.amazon.awssdk.services.scheduler.model.DeleteScheduleRequest;
import software.amazon.awssdk.services.scheduler.model.GetScheduleRequest;
import software.amazon.awssdk.services.scheduler.model.GetScheduleResponse;
import software.amazon.awssdk.services.scheduler.model.UpdateScheduleRequest;

/** What is done with schedules. */
final class ScheduleOperations implements ResourceOperations {
  private static final Shape SHAPE = ScheduleType.SCHEMA.shape();
  private static final String DEFAULT_GROUP = "default";

  private final AwsSession session;

  ScheduleOperations(AwsSession session) {
    this.session = session;
  }

  /** Where a schedule is. */
  private record Key(String group, String name) {
    static Key of(String id) {
      int slash = id.indexOf('/');
      if (slash <= 0 || slash == id.length() - 1) {
        throw new ProviderException(
            "\"" + id + "\" does not name a schedule.", "Use GROUP/NAME.", null);
      }
      return new Key(id.substring(0, slash), id.substring(slash + 1));
    }
  }

  static String id(PropertyMap inputs) {
    return inputs.text("groupName").orElse(DEFAULT_GROUP) + "/" + inputs.text("name").orElseThrow();
  }

  @Override
  public CreateResult create(Operation operation, PropertyMap given) {
    PropertyMap inputs = PrefixedName.fill(given, "name", "namePrefix");
    String id = id(inputs);
    CreateScheduleRequest request =
        ModelWriter.fill(CreateScheduleRequest.builder(), SHAPE, inputs)
            .clientToken(operation.token("CreateSchedule"))
            .build();
    Prior prior = new Prior(given, PropertyMap.empty());
    new SafeCreate(
            operation,
            AwsFailure::isTaken,
            () ->
                read(operation, id, prior)
                    .filter(found -> AsAsked.is(SHAPE, given, found))
                    .isPresent())
        .run("CreateSchedule", RetryRules.SCHEDULE, () -> scheduler().createSchedule(request));
    PropertyMap outputs =
        Completion.finish(operation, id, inputs, () -> {}, () -> readBack(operation, id, prior));
    return new CreateResult(id, outputs);
  }

  @Override
  public Optional<PropertyMap> read(Operation operation, String id, Prior prior) {
    Key key = Key.of(id);
    GetScheduleRequest request =
        GetScheduleRequest.builder().groupName(key.group()).name(key.name()).build();
    return operation
        .ifThere("GetSchedule", () -> scheduler().getSchedule(request))
        .map(schedule -> outputs(schedule, prior));
  }

  /** What the call leaves out is set back, so everything is said again. */
  @Override
  public PropertyMap update(Operation operation, String id, Change change) {
    Key key = Key.of(id);
    UpdateScheduleRequest request =
        ModelWriter.fill(UpdateScheduleRequest.builder(), SHAPE, change.newInputs())
            .groupName(key.group())
            .name(key.name())
            .clientToken(operation.token("UpdateSchedule"))
            .build();
    return Completion.finish(
        operation,
        id,
        change.oldOutputs(),
        () ->
            operation.call(
                "UpdateSchedule", RetryRules.SCHEDULE, () -> scheduler().updateSchedule(request)),
        () -> readBack(operation, id, change.prior()));
  }

  @Override
  public void delete(Operation operation, String id, Prior prior) {
    Key key = Key.of(id);
    DeleteScheduleRequest request =
        DeleteScheduleRequest.builder()
            .groupName(key.group())
            .name(key.name())
            .clientToken(operation.token("DeleteSchedule"))
            .build();
    operation.ifThere("DeleteSchedule", () -> scheduler().deleteSchedule(request));
  }

  private PropertyMap readBack(Operation operation, String id, Prior prior) {
    return operation.await(
        "readable", Optional.empty(), () -> read(operation, id, prior), found -> found);
  }

  private static PropertyMap outputs(GetScheduleResponse schedule, Prior prior) {
    PropertyMap.Builder outputs = PropertyMap.builder();
    SaidOutputs.put(outputs, SHAPE, prior);
    return outputs.putAll(ModelReader.read(SHAPE, schedule)).build();
  }

  private SchedulerClient scheduler() {
    return session.clients().of(AwsService.SCHEDULER);
  }
}
