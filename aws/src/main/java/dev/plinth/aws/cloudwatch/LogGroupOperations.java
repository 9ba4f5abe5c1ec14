/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.cloudwatch;

import dev.plinth.aws.call.AwsFailure;
import dev.plinth.aws.call.Operation;
import dev.plinth.aws.call.RetryRules;
import dev.plinth.aws.call.SafeCreate;
import dev.plinth.aws.resource.AsAsked;
import dev.plinth.aws.resource.AwsSession;
import dev.plinth.aws.resource.Change;
import dev.plinth.aws.resource.Completion;
import dev.plinth.aws.resource.PrefixedName;
import dev.plinth.aws.resource.Prior;
import dev.plinth.aws.resource.ResourceOperations;
import dev.plinth.aws.resource.TagChanges;
import dev.plinth.engine.provider.CreateResult;
import dev.plinth.engine.value.PropertyMap;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.cloudwatchlogs.CloudWatchLogsClient;
import software.amazon.awssdk.services.cloudwatchlogs.model.AssociateKmsKeyRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.CreateLogGroupRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.DisassociateKmsKeyRequest;
import software.amazon.awssdk.services.cloudwatchlogs.model.TagResourceRequest;

/** What is done with log groups. */
final class LogGroupOperations implements ResourceOperations {
  private final AwsSession session;
  private final LogGroupReader reader;

  LogGroupOperations(AwsSession session) {
    this.session = session;
    this.reader = new LogGroupReader(session);
  }

  @Override
  public CreateResult create(Operation operation, PropertyMap given) {
    PropertyMap inputs = PrefixedName.fill(given, "name", "namePrefix");
    String name = inputs.text("name").orElseThrow();
    boolean adopted = makeOrAdopt(operation, name, inputs);
    Prior prior = new Prior(given, PropertyMap.empty());
    PropertyMap outputs =
        Completion.finish(
            operation,
            name,
            inputs,
            () -> {
              if (adopted) {
                complete(operation, name, inputs);
              }
              new LogGroupRetention(logs(), operation, name).set(inputs);
            },
            () -> reader.readBack(operation, name, prior));
    return new CreateResult(name, outputs);
  }

  /**
   * Makes the group, or finds one that Lambda made because the function was quicker.
   *
   * @return whether it was there
   */
  private boolean makeOrAdopt(Operation operation, String name, PropertyMap inputs) {
    CreateLogGroupRequest request = createRequest(name, inputs);
    try {
      new SafeCreate(operation, AwsFailure::isTaken, () -> isAsAsked(operation, name, inputs))
          .run("CreateLogGroup", RetryRules.LOG_GROUP, () -> logs().createLogGroup(request));
      return false;
    } catch (AwsFailure failure) {
      FunctionLogGroup group = ofFunction(operation, name);
      if (!failure.isTaken() || !group.canBeAdopted(inputs)) {
        throw failure;
      }
      group.tellOfAdoption();
      return true;
    }
  }

  /** Does for a group that was there what CreateLogGroup does for a new one. */
  private void complete(Operation operation, String name, PropertyMap inputs) {
    Map<String, String> tags = TagChanges.all(inputs);
    if (!tags.isEmpty()) {
      String arn = reader.find(operation, name).map(LogGroupReader::arn).orElse("");
      setTags(operation, arn, tags);
    }
    Optional<String> key = inputs.text("kmsKeyId");
    if (key.isPresent()) {
      kmsKey(operation, name, key);
    }
  }

  private FunctionLogGroup ofFunction(Operation operation, String name) {
    return new FunctionLogGroup(logs(), reader, operation, name);
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
        () -> reader.readBack(operation, id, change.prior()));
  }

  @Override
  public void delete(Operation operation, String id, Prior prior) {
    if (prior.saidTrue("skipDestroy")) {
      return;
    }
    FunctionLogGroup group = ofFunction(operation, id);
    if (group.delete()) {
      group.deleteWhatCameLate();
    }
  }

  private void apply(Operation operation, String name, Change change) {
    tags(operation, change);
    if (change.changes(LogGroupRetention.PROPERTY)) {
      new LogGroupRetention(logs(), operation, name).change(change.newInputs());
    }
    if (change.changes("kmsKeyId")) {
      kmsKey(operation, name, change.newInputs().text("kmsKeyId"));
    }
  }

  private void tags(Operation operation, Change change) {
    String arn = change.oldOutputs().text("arn").orElse("");
    TagChanges.of(change)
        .apply(
            removed ->
                operation.call(
                    "UntagResource",
                    () ->
                        logs().untagResource(request -> request.resourceArn(arn).tagKeys(removed))),
            set -> setTags(operation, arn, set));
  }

  private void setTags(Operation operation, String arn, Map<String, String> tags) {
    TagResourceRequest request = TagResourceRequest.builder().resourceArn(arn).tags(tags).build();
    operation.call("TagResource", () -> logs().tagResource(request));
  }

  private void kmsKey(Operation operation, String name, Optional<String> key) {
    if (key.isPresent()) {
      AssociateKmsKeyRequest request =
          AssociateKmsKeyRequest.builder().logGroupName(name).kmsKeyId(key.get()).build();
      operation.call(
          "AssociateKmsKey", RetryRules.LOG_GROUP, () -> logs().associateKmsKey(request));
    } else {
      DisassociateKmsKeyRequest request =
          DisassociateKmsKeyRequest.builder().logGroupName(name).build();
      operation.call(
          "DisassociateKmsKey", RetryRules.LOG_GROUP, () -> logs().disassociateKmsKey(request));
    }
  }

  private static CreateLogGroupRequest createRequest(String name, PropertyMap inputs) {
    CreateLogGroupRequest.Builder request = CreateLogGroupRequest.builder().logGroupName(name);
    inputs.text("kmsKeyId").ifPresent(request::kmsKeyId);
    inputs.text("logGroupClass").ifPresent(request::logGroupClass);
    Map<String, String> tags = TagChanges.all(inputs);
    if (!tags.isEmpty()) {
      request.tags(tags);
    }
    return request.build();
  }

  /** Whether a group of the name is what an attempt of ours, whose answer was lost, made. */
  private boolean isAsAsked(Operation operation, String name, PropertyMap inputs) {
    return reader
        .read(operation, name, new Prior(inputs, PropertyMap.empty()))
        .filter(
            found ->
                AsAsked.is(LogGroupType.SCHEMA.shape(), inputs, found, LogGroupRetention.PROPERTY))
        .isPresent();
  }

  private CloudWatchLogsClient logs() {
    return session.clients().logs();
  }
}
