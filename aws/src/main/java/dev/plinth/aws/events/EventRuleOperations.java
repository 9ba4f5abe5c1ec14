/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.events;

import dev.plinth.aws.call.Operation;
import dev.plinth.aws.call.RetryRules;
import dev.plinth.aws.model.ModelReader;
import dev.plinth.aws.model.ModelWriter;
import dev.plinth.aws.resource.AwsSession;
import dev.plinth.aws.resource.Change;
import dev.plinth.aws.resource.Prior;
import dev.plinth.aws.resource.PutOperations;
import dev.plinth.aws.resource.SaidOutputs;
import dev.plinth.aws.resource.TagChanges;
import dev.plinth.aws.resource.TagOutputs;
import dev.plinth.aws.schema.Shape;
import dev.plinth.engine.value.PropertyMap;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.eventbridge.model.DeleteRuleRequest;
import software.amazon.awssdk.services.eventbridge.model.DescribeRuleRequest;
import software.amazon.awssdk.services.eventbridge.model.DescribeRuleResponse;
import software.amazon.awssdk.services.eventbridge.model.PutRuleRequest;

/** What is done with rules. */
final class EventRuleOperations extends PutOperations {
  private static final Shape SHAPE = EventRuleType.SCHEMA.shape();
  private static final String ENABLED = "ENABLED";
  private static final String DISABLED = "DISABLED";

  private final AwsSession session;

  EventRuleOperations(AwsSession session) {
    super(EventRuleType.SCHEMA);
    this.session = session;
  }

  @Override
  protected String id(PropertyMap inputs) {
    return RuleKey.of(inputs).id();
  }

  /** Tags are taken for a new rule only; what the call leaves out is cleared. */
  @Override
  protected void put(Operation operation, PropertyMap inputs, PropertyMap before) {
    PutRuleRequest.Builder request =
        ModelWriter.fill(PutRuleRequest.builder(), SHAPE, inputs).state(state(inputs, before));
    Map<String, String> tags = TagChanges.all(inputs);
    if (before.isEmpty() && !tags.isEmpty()) {
      request.tags(EventTags.of(tags));
    }
    if (!inputs.has("name")) {
      before.text("name").ifPresent(request::name);
    }
    PutRuleRequest built = request.build();
    operation.repeatable("PutRule", RetryRules.EVENT_RULE, () -> events().putRule(built));
  }

  /** A rule of which the program says neither stays as it is. */
  private static String state(PropertyMap inputs, PropertyMap before) {
    return inputs
        .text("state")
        .or(() -> inputs.bool("isEnabled").map(enabled -> enabled ? ENABLED : DISABLED))
        .or(() -> before.text("state"))
        .orElse(ENABLED);
  }

  @Override
  protected void changeTags(Operation operation, Change change, TagChanges tags) {
    new EventTags(events(), operation, change.oldOutputs().text("arn").orElseThrow()).change(tags);
  }

  @Override
  public Optional<PropertyMap> read(Operation operation, String id, Prior prior) {
    RuleKey key = RuleKey.ofId(id);
    DescribeRuleRequest request =
        DescribeRuleRequest.builder().eventBusName(key.bus()).name(key.name()).build();
    return operation
        .ifThere("DescribeRule", () -> events().describeRule(request))
        .map(rule -> outputs(operation, key, rule, prior));
  }

  @Override
  public void delete(Operation operation, String id, Prior prior) {
    RuleKey key = RuleKey.ofId(id);
    DeleteRuleRequest request =
        DeleteRuleRequest.builder()
            .eventBusName(key.bus())
            .name(key.name())
            .force(prior.saidTrue("forceDestroy"))
            .build();
    operation.ifThere(
        "DeleteRule", RetryRules.EVENT_RULE_DELETE, () -> events().deleteRule(request));
  }

  private PropertyMap outputs(
      Operation operation, RuleKey key, DescribeRuleResponse rule, Prior prior) {
    PropertyMap.Builder outputs = PropertyMap.builder();
    SaidOutputs.put(outputs, SHAPE, prior);
    outputs.putAll(ModelReader.read(SHAPE, rule));
    outputs.put("eventBusName", key.bus());
    outputs.put("isEnabled", !DISABLED.equals(rule.stateAsString()));
    Map<String, String> tags = new EventTags(events(), operation, rule.arn()).read();
    TagOutputs.put(outputs, session.tags(), tags, prior);
    return outputs.build();
  }

  private EventBridgeClient events() {
    return session.clients().events();
  }
}
