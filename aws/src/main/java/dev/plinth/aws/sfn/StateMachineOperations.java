/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.sfn;

import dev.plinth.aws.call.Operation;
import dev.plinth.aws.call.RetryRules;
import dev.plinth.aws.client.AwsService;
import dev.plinth.aws.model.ModelReader;
import dev.plinth.aws.model.ModelWriter;
import dev.plinth.aws.resource.AwsSession;
import dev.plinth.aws.resource.Change;
import dev.plinth.aws.resource.Completion;
import dev.plinth.aws.resource.Located;
import dev.plinth.aws.resource.OwnArns;
import dev.plinth.aws.resource.PrefixedName;
import dev.plinth.aws.resource.Prior;
import dev.plinth.aws.resource.ResourceOperations;
import dev.plinth.aws.resource.SaidOutputs;
import dev.plinth.aws.resource.TagChanges;
import dev.plinth.aws.resource.TagOutputs;
import dev.plinth.aws.schema.Shape;
import dev.plinth.engine.provider.CreateResult;
import dev.plinth.engine.provider.ProviderException;
import dev.plinth.engine.value.PropertyMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.CreateStateMachineRequest;
import software.amazon.awssdk.services.sfn.model.CreateStateMachineResponse;
import software.amazon.awssdk.services.sfn.model.DescribeStateMachineResponse;
import software.amazon.awssdk.services.sfn.model.StateMachineStatus;
import software.amazon.awssdk.services.sfn.model.StateMachineVersionListItem;
import software.amazon.awssdk.services.sfn.model.Tag;
import software.amazon.awssdk.services.sfn.model.UpdateStateMachineRequest;
import software.amazon.awssdk.services.sfn.model.UpdateStateMachineResponse;

/** Creates, reads, changes and deletes state machines; the id is the ARN. */
final class StateMachineOperations implements ResourceOperations {
  private static final Shape SHAPE = StateMachineSchema.SCHEMA.shape();

  private final AwsSession session;

  StateMachineOperations(AwsSession session) {
    this.session = session;
  }

  @Override
  public CreateResult create(Operation operation, PropertyMap given) {
    PropertyMap inputs = PrefixedName.fill(given, "name", "namePrefix");
    CreateStateMachineRequest.Builder request =
        ModelWriter.fill(CreateStateMachineRequest.builder(), SHAPE, inputs);
    Map<String, String> tags = TagChanges.all(inputs);
    if (!tags.isEmpty()) {
      request.tags(tags(tags));
    }
    CreateStateMachineRequest built = request.build();
    // Asking again for the same machine is answered with its ARN, so a lost answer needs no more.
    CreateStateMachineResponse made =
        operation.repeatable(
            "CreateStateMachine",
            RetryRules.STATE_MACHINE,
            () -> states().createStateMachine(built));
    String arn = made.stateMachineArn();
    Prior prior = new Prior(given, PropertyMap.empty());
    PropertyMap outputs =
        Completion.finish(
            operation,
            arn,
            inputs,
            () -> {},
            () ->
                operation.await(
                    "visible",
                    Optional.empty(),
                    () -> find(operation, arn),
                    found ->
                        found.map(
                            machine ->
                                outputs(
                                    operation, machine, made.stateMachineVersionArn(), prior))));
    requireOwn(operation, inputs, outputs);
    return new CreateResult(arn, outputs);
  }

  /**
   * For Step Functions a machine with another role is the same, and as good as made, if its
   * definition and settings are.
   */
  private static void requireOwn(Operation operation, PropertyMap inputs, PropertyMap outputs) {
    if (!outputs.text("roleArn").equals(inputs.text("roleArn"))) {
      throw new ProviderException(
          operation.resource() + " exists already, with another role.",
          "Import it, delete it, or choose another name.",
          null);
    }
  }

  @Override
  public Located locate(Operation operation, PropertyMap inputs) {
    return inputs
        .text("name")
        .map(name -> OwnArns.of(session.clients(), operation).of("states", "stateMachine:" + name))
        .<Located>map(Located.At::new)
        .orElseGet(Located.Unknown::new);
  }

  /** A machine that is being deleted is gone for everything but its name. */
  @Override
  public Optional<PropertyMap> read(Operation operation, String id, Prior prior) {
    return find(operation, id)
        .filter(machine -> machine.status() != StateMachineStatus.DELETING)
        .map(machine -> outputs(operation, machine, null, prior));
  }

  @Override
  public PropertyMap update(Operation operation, String id, Change change) {
    AtomicReference<UpdateStateMachineResponse> made = new AtomicReference<>();
    return Completion.finish(
        operation,
        id,
        change.oldOutputs(),
        () -> {
          tags(operation, id, change);
          if (StateMachineSchema.isRevised(change.changed())) {
            made.set(revise(operation, id, change.newInputs()));
          }
        },
        () -> readBack(operation, id, change, Optional.ofNullable(made.get())));
  }

  /** The call demands a definition or a role, so everything is said again. */
  private UpdateStateMachineResponse revise(Operation operation, String arn, PropertyMap inputs) {
    UpdateStateMachineRequest request =
        ModelWriter.fill(UpdateStateMachineRequest.builder(), SHAPE, inputs)
            .stateMachineArn(arn)
            .build();
    return operation.call(
        "UpdateStateMachine", RetryRules.STATE_MACHINE, () -> states().updateStateMachine(request));
  }

  /** Reads show a new revision a moment after it was made. */
  private PropertyMap readBack(
      Operation operation, String arn, Change change, Optional<UpdateStateMachineResponse> made) {
    Optional<String> before = change.oldOutputs().text("revisionId");
    boolean isRevised = made.map(UpdateStateMachineResponse::revisionId).isPresent();
    String version = made.map(UpdateStateMachineResponse::stateMachineVersionArn).orElse(null);
    return operation.await(
        "visible",
        Optional.empty(),
        () -> find(operation, arn).orElseThrow(operation::disappeared),
        machine ->
            isRevised && before.equals(Optional.ofNullable(machine.revisionId()))
                ? Optional.empty()
                : Optional.of(outputs(operation, machine, version, change.prior())));
  }

  @Override
  public void delete(Operation operation, String id, Prior prior) {
    operation.ifThere(
        "DeleteStateMachine",
        () -> states().deleteStateMachine(request -> request.stateMachineArn(id)));
    operation.await(
        "gone",
        Optional.empty(),
        () -> find(operation, id),
        found -> found.isEmpty() ? Optional.of(true) : Optional.empty());
  }

  private void tags(Operation operation, String arn, Change change) {
    TagChanges.of(change)
        .apply(
            removed ->
                operation.call(
                    "UntagResource",
                    () -> states().untagResource(untag -> untag.resourceArn(arn).tagKeys(removed))),
            set ->
                operation.call(
                    "TagResource",
                    () -> states().tagResource(tag -> tag.resourceArn(arn).tags(tags(set)))));
  }

  private Optional<DescribeStateMachineResponse> find(Operation operation, String arn) {
    return operation.ifThere(
        "DescribeStateMachine",
        () -> states().describeStateMachine(request -> request.stateMachineArn(arn)));
  }

  private PropertyMap outputs(
      Operation operation,
      DescribeStateMachineResponse machine,
      @Nullable String published,
      Prior prior) {
    PropertyMap.Builder outputs = PropertyMap.builder();
    SaidOutputs.put(outputs, SHAPE, prior);
    outputs.putAll(ModelReader.read(SHAPE, machine));
    String arn = machine.stateMachineArn();
    if (published != null) {
      outputs.put("stateMachineVersionArn", published);
    } else if (prior.saidTrue(StateMachineSchema.PUBLISH)) {
      newestVersion(operation, arn).ifPresent(version -> put(outputs, operation, version));
    }
    Map<String, String> tags = new TreeMap<>();
    operation
        .ifThere(
            "ListTagsForResource",
            () -> states().listTagsForResource(request -> request.resourceArn(arn)))
        .ifPresent(found -> found.tags().forEach(tag -> tags.put(tag.key(), tag.value())));
    TagOutputs.put(outputs, session.tags(), tags, prior);
    return outputs.build();
  }

  /** The ARN of a machine's newest version; only one whose program publishes is asked for it. */
  private Optional<String> newestVersion(Operation operation, String arn) {
    return operation
        .ifThere(
            "ListStateMachineVersions",
            () ->
                states()
                    .listStateMachineVersions(
                        request -> request.stateMachineArn(arn).maxResults(1)))
        .flatMap(versions -> versions.stateMachineVersions().stream().findFirst())
        .map(StateMachineVersionListItem::stateMachineVersionArn);
  }

  private void put(PropertyMap.Builder outputs, Operation operation, String version) {
    outputs.put("stateMachineVersionArn", version);
    find(operation, version)
        .map(DescribeStateMachineResponse::description)
        .filter(description -> !description.isEmpty())
        .ifPresent(description -> outputs.put("versionDescription", description));
  }

  private static List<Tag> tags(Map<String, String> tags) {
    return tags.entrySet().stream()
        .map(tag -> Tag.builder().key(tag.getKey()).value(tag.getValue()).build())
        .toList();
  }

  private SfnClient states() {
    return session.clients().of(AwsService.STEP_FUNCTIONS);
  }
}
