/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.events;

import dev.plinth.aws.call.AwsFailure;
import dev.plinth.aws.call.Operation;
import dev.plinth.aws.call.RetryRules;
import dev.plinth.aws.model.ModelReader;
import dev.plinth.aws.model.ModelWriter;
import dev.plinth.aws.resource.AwsSession;
import dev.plinth.aws.resource.Prior;
import dev.plinth.aws.resource.PutOperations;
import dev.plinth.aws.resource.SaidOutputs;
import dev.plinth.aws.schema.Shape;
import dev.plinth.engine.value.PropertyMap;
import java.util.Optional;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.eventbridge.model.ListTargetsByRuleRequest;
import software.amazon.awssdk.services.eventbridge.model.ListTargetsByRuleResponse;
import software.amazon.awssdk.services.eventbridge.model.PutTargetsRequest;
import software.amazon.awssdk.services.eventbridge.model.RemoveTargetsRequest;
import software.amazon.awssdk.services.eventbridge.model.Target;

/** What is done with targets. Those of one rule take turns. */
final class EventTargetOperations extends PutOperations {
  private static final Shape SHAPE = EventTargetSchema.SCHEMA.shape();

  private final AwsSession session;

  EventTargetOperations(AwsSession session) {
    super(EventTargetSchema.SCHEMA);
    this.session = session;
  }

  @Override
  protected String id(PropertyMap inputs) {
    return TargetKey.of(inputs).id();
  }

  @Override
  protected void put(Operation operation, PropertyMap inputs, PropertyMap before) {
    TargetKey key = TargetKey.of(inputs);
    PutTargetsRequest request =
        PutTargetsRequest.builder()
            .eventBusName(key.bus())
            .rule(key.rule())
            .targets(ModelWriter.fill(Target.builder(), SHAPE, inputs).build())
            .build();
    session
        .turns()
        .take(
            turn(key),
            () ->
                operation.repeatable(
                    "PutTargets",
                    RetryRules.EVENT_CHANGE,
                    () -> FailedEntries.none(events().putTargets(request))));
  }

  @Override
  public Optional<PropertyMap> read(Operation operation, String id, Prior prior) {
    TargetKey key = TargetKey.of(id, prior);
    return find(operation, key).map(target -> outputs(key, target, prior));
  }

  @Override
  public void delete(Operation operation, String id, Prior prior) {
    TargetKey key = TargetKey.of(id, prior);
    RemoveTargetsRequest request =
        RemoveTargetsRequest.builder()
            .eventBusName(key.bus())
            .rule(key.rule())
            .ids(key.target())
            .force(prior.saidTrue("forceDestroy"))
            .build();
    session
        .turns()
        .take(
            turn(key),
            () -> {
              operation.ifThere(
                  "RemoveTargets",
                  RetryRules.EVENT_CHANGE,
                  () -> FailedEntries.none(events().removeTargets(request)));
              return key;
            });
  }

  private Optional<Target> find(Operation operation, TargetKey key) {
    Optional<String> token = Optional.empty();
    do {
      ListTargetsByRuleRequest request =
          ListTargetsByRuleRequest.builder()
              .eventBusName(key.bus())
              .rule(key.rule())
              .nextToken(token.orElse(null))
              .build();
      Optional<ListTargetsByRuleResponse> page = page(operation, request);
      Optional<Target> found =
          page.stream()
              .flatMap(targets -> targets.targets().stream())
              .filter(target -> target.id().equals(key.target()))
              .findFirst();
      if (found.isPresent()) {
        return found;
      }
      token = page.map(ListTargetsByRuleResponse::nextToken);
    } while (token.isPresent());
    return Optional.empty();
  }

  /** A rule that is gone, also as a failed validation, has no targets. */
  private Optional<ListTargetsByRuleResponse> page(
      Operation operation, ListTargetsByRuleRequest request) {
    try {
      return operation.ifThere("ListTargetsByRule", () -> events().listTargetsByRule(request));
    } catch (AwsFailure failure) {
      if (failure.is("ValidationException") && failure.says("not found")) {
        return Optional.empty();
      }
      throw failure;
    }
  }

  private static PropertyMap outputs(TargetKey key, Target target, Prior prior) {
    PropertyMap.Builder outputs = PropertyMap.builder();
    SaidOutputs.put(outputs, SHAPE, prior);
    return outputs
        .putAll(ModelReader.read(SHAPE, target))
        .put("rule", key.rule())
        .put("eventBusName", key.bus())
        .build();
  }

  private static String turn(TargetKey key) {
    return "targets of " + key.bus() + "/" + key.rule();
  }

  private EventBridgeClient events() {
    return session.clients().events();
  }
}
