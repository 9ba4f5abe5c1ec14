/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.local.events;

import dev.plinth.local.account.AccountContext;
import dev.plinth.local.account.AccountTags;
import dev.plinth.local.account.LocalService;
import dev.plinth.local.catalogue.Catalogue;
import dev.plinth.local.store.FolderLock;
import dev.plinth.local.store.Stock;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.eventbridge.model.CreateEventBusRequest;
import software.amazon.awssdk.services.eventbridge.model.CreateEventBusResponse;
import software.amazon.awssdk.services.eventbridge.model.DeleteEventBusRequest;
import software.amazon.awssdk.services.eventbridge.model.DeleteEventBusResponse;
import software.amazon.awssdk.services.eventbridge.model.DeleteRuleRequest;
import software.amazon.awssdk.services.eventbridge.model.DeleteRuleResponse;
import software.amazon.awssdk.services.eventbridge.model.DescribeEventBusRequest;
import software.amazon.awssdk.services.eventbridge.model.DescribeEventBusResponse;
import software.amazon.awssdk.services.eventbridge.model.DescribeRuleRequest;
import software.amazon.awssdk.services.eventbridge.model.DescribeRuleResponse;
import software.amazon.awssdk.services.eventbridge.model.DisableRuleRequest;
import software.amazon.awssdk.services.eventbridge.model.DisableRuleResponse;
import software.amazon.awssdk.services.eventbridge.model.EnableRuleRequest;
import software.amazon.awssdk.services.eventbridge.model.EnableRuleResponse;
import software.amazon.awssdk.services.eventbridge.model.ListEventBusesRequest;
import software.amazon.awssdk.services.eventbridge.model.ListEventBusesResponse;
import software.amazon.awssdk.services.eventbridge.model.ListRulesRequest;
import software.amazon.awssdk.services.eventbridge.model.ListRulesResponse;
import software.amazon.awssdk.services.eventbridge.model.ListTagsForResourceRequest;
import software.amazon.awssdk.services.eventbridge.model.ListTagsForResourceResponse;
import software.amazon.awssdk.services.eventbridge.model.ListTargetsByRuleRequest;
import software.amazon.awssdk.services.eventbridge.model.ListTargetsByRuleResponse;
import software.amazon.awssdk.services.eventbridge.model.PutRuleRequest;
import software.amazon.awssdk.services.eventbridge.model.PutRuleResponse;
import software.amazon.awssdk.services.eventbridge.model.PutTargetsRequest;
import software.amazon.awssdk.services.eventbridge.model.PutTargetsResponse;
import software.amazon.awssdk.services.eventbridge.model.RemoveTargetsRequest;
import software.amazon.awssdk.services.eventbridge.model.RemoveTargetsResponse;
import software.amazon.awssdk.services.eventbridge.model.RuleState;
import software.amazon.awssdk.services.eventbridge.model.TagResourceRequest;
import software.amazon.awssdk.services.eventbridge.model.TagResourceResponse;
import software.amazon.awssdk.services.eventbridge.model.Target;
import software.amazon.awssdk.services.eventbridge.model.UntagResourceRequest;
import software.amazon.awssdk.services.eventbridge.model.UntagResourceResponse;
import software.amazon.awssdk.services.eventbridge.model.UpdateEventBusRequest;
import software.amazon.awssdk.services.eventbridge.model.UpdateEventBusResponse;

/**
 * EventBridge as the local account has it. An operation that is not overridden here is not
 * implemented, and throws {@link UnsupportedOperationException} as the SDK's interface has it.
 */
public final class LocalEventsClient implements EventBridgeClient, LocalService {
  private final EventBuses buses;
  private final Rules rules;
  private final Targets targets;

  /**
   * @param folder where buses, rules and targets are kept; made when needed
   */
  public LocalEventsClient(
      AccountContext account, Path folder, FolderLock lock, Catalogue catalogue) {
    buses =
        new EventBuses(
            account,
            new Stock<>(
                folder.resolve("buses"),
                lock,
                DescribeEventBusResponse.class,
                DescribeEventBusResponse::builder),
            catalogue);
    rules =
        new Rules(
            account,
            buses,
            new Stock<>(
                folder.resolve("rules"),
                lock,
                DescribeRuleResponse.class,
                DescribeRuleResponse::builder));
    targets =
        new Targets(
            rules, new Stock<>(folder.resolve("targets"), lock, Target.class, Target::builder));
  }

  @Override
  public List<String> resourceArns() {
    List<String> arns = new ArrayList<>(buses.arns());
    arns.addAll(rules.arns());
    return arns;
  }

  @Override
  public CreateEventBusResponse createEventBus(CreateEventBusRequest request) {
    DescribeEventBusResponse bus = buses.create(request);
    return CreateEventBusResponse.builder()
        .eventBusArn(bus.arn())
        .description(bus.description())
        .kmsKeyIdentifier(bus.kmsKeyIdentifier())
        .deadLetterConfig(bus.deadLetterConfig())
        .logConfig(bus.logConfig())
        .build();
  }

  @Override
  public DescribeEventBusResponse describeEventBus(DescribeEventBusRequest request) {
    return buses.describe(request.name());
  }

  @Override
  public UpdateEventBusResponse updateEventBus(UpdateEventBusRequest request) {
    DescribeEventBusResponse bus = buses.update(request);
    return UpdateEventBusResponse.builder()
        .arn(bus.arn())
        .name(bus.name())
        .description(bus.description())
        .kmsKeyIdentifier(bus.kmsKeyIdentifier())
        .deadLetterConfig(bus.deadLetterConfig())
        .logConfig(bus.logConfig())
        .build();
  }

  @Override
  public ListEventBusesResponse listEventBuses(ListEventBusesRequest request) {
    return buses.list(request);
  }

  @Override
  public DeleteEventBusResponse deleteEventBus(DeleteEventBusRequest request) {
    if (request.name() != null && rules.anyOf(request.name())) {
      throw EventsFault.validation("EventBus can't be deleted since it has rules.");
    }
    buses.delete(request.name());
    return DeleteEventBusResponse.builder().build();
  }

  @Override
  public PutRuleResponse putRule(PutRuleRequest request) {
    return PutRuleResponse.builder().ruleArn(rules.put(request)).build();
  }

  @Override
  public DescribeRuleResponse describeRule(DescribeRuleRequest request) {
    return rules.require(request.name(), request.eventBusName());
  }

  @Override
  public ListRulesResponse listRules(ListRulesRequest request) {
    return rules.list(request);
  }

  @Override
  public EnableRuleResponse enableRule(EnableRuleRequest request) {
    rules.setState(request.name(), request.eventBusName(), RuleState.ENABLED);
    return EnableRuleResponse.builder().build();
  }

  @Override
  public DisableRuleResponse disableRule(DisableRuleRequest request) {
    rules.setState(request.name(), request.eventBusName(), RuleState.DISABLED);
    return DisableRuleResponse.builder().build();
  }

  @Override
  public DeleteRuleResponse deleteRule(DeleteRuleRequest request) {
    String bus = buses.resolve(request.eventBusName());
    if (request.name() != null && targets.anyOf(bus, request.name())) {
      throw EventsFault.validation("Rule can't be deleted since it has targets.");
    }
    rules.delete(request.name(), bus);
    return DeleteRuleResponse.builder().build();
  }

  @Override
  public PutTargetsResponse putTargets(PutTargetsRequest request) {
    targets.put(request);
    return PutTargetsResponse.builder().failedEntryCount(0).build();
  }

  @Override
  public ListTargetsByRuleResponse listTargetsByRule(ListTargetsByRuleRequest request) {
    return targets.list(request);
  }

  @Override
  public RemoveTargetsResponse removeTargets(RemoveTargetsRequest request) {
    targets.remove(request);
    return RemoveTargetsResponse.builder().failedEntryCount(0).build();
  }

  @Override
  public TagResourceResponse tagResource(TagResourceRequest request) {
    Map<String, String> added = TagLists.map(request.tags());
    changeTags(request.resourceARN(), tags -> AccountTags.merged(tags, added));
    return TagResourceResponse.builder().build();
  }

  @Override
  public UntagResourceResponse untagResource(UntagResourceRequest request) {
    changeTags(request.resourceARN(), tags -> AccountTags.without(tags, request.tagKeys()));
    return UntagResourceResponse.builder().build();
  }

  @Override
  public ListTagsForResourceResponse listTagsForResource(ListTagsForResourceRequest request) {
    return ListTagsForResourceResponse.builder()
        .tags(TagLists.list(named(request.resourceARN()).tags()))
        .build();
  }

  private void changeTags(String arn, UnaryOperator<Map<String, String>> change) {
    named(arn).change(change);
  }

  private TaggedResource named(String arn) {
    return TaggedResource.find(arn, buses, rules);
  }

  @Override
  public String serviceName() {
    return SERVICE_NAME;
  }

  /** Does nothing: the account owns what the client uses. */
  @Override
  public void close() {}
}
