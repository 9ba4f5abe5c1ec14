/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.local.sns;

import dev.plinth.local.account.AccountContext;
import dev.plinth.local.account.AccountTags;
import dev.plinth.local.account.LocalService;
import dev.plinth.local.catalogue.Catalogue;
import dev.plinth.local.store.FolderLock;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.CreateTopicRequest;
import software.amazon.awssdk.services.sns.model.CreateTopicResponse;
import software.amazon.awssdk.services.sns.model.DeleteTopicRequest;
import software.amazon.awssdk.services.sns.model.DeleteTopicResponse;
import software.amazon.awssdk.services.sns.model.GetSubscriptionAttributesRequest;
import software.amazon.awssdk.services.sns.model.GetSubscriptionAttributesResponse;
import software.amazon.awssdk.services.sns.model.GetTopicAttributesRequest;
import software.amazon.awssdk.services.sns.model.GetTopicAttributesResponse;
import software.amazon.awssdk.services.sns.model.ListSubscriptionsByTopicRequest;
import software.amazon.awssdk.services.sns.model.ListSubscriptionsByTopicResponse;
import software.amazon.awssdk.services.sns.model.ListTagsForResourceRequest;
import software.amazon.awssdk.services.sns.model.ListTagsForResourceResponse;
import software.amazon.awssdk.services.sns.model.ListTopicsRequest;
import software.amazon.awssdk.services.sns.model.ListTopicsResponse;
import software.amazon.awssdk.services.sns.model.SetSubscriptionAttributesRequest;
import software.amazon.awssdk.services.sns.model.SetSubscriptionAttributesResponse;
import software.amazon.awssdk.services.sns.model.SetTopicAttributesRequest;
import software.amazon.awssdk.services.sns.model.SetTopicAttributesResponse;
import software.amazon.awssdk.services.sns.model.SubscribeRequest;
import software.amazon.awssdk.services.sns.model.SubscribeResponse;
import software.amazon.awssdk.services.sns.model.Subscription;
import software.amazon.awssdk.services.sns.model.TagResourceRequest;
import software.amazon.awssdk.services.sns.model.TagResourceResponse;
import software.amazon.awssdk.services.sns.model.Topic;
import software.amazon.awssdk.services.sns.model.UnsubscribeRequest;
import software.amazon.awssdk.services.sns.model.UnsubscribeResponse;
import software.amazon.awssdk.services.sns.model.UntagResourceRequest;
import software.amazon.awssdk.services.sns.model.UntagResourceResponse;

/**
 * SNS as the local account has it. An operation that is not overridden here is not implemented, and
 * throws {@link UnsupportedOperationException} as the SDK's interface has it.
 */
public final class LocalSnsClient implements SnsClient, LocalService {
  private final Topics topics;
  private final Subscriptions subscriptions;

  /**
   * @param folder where the topics of this account and region are kept; made when needed
   */
  public LocalSnsClient(AccountContext account, Path folder, FolderLock lock, Catalogue catalogue) {
    topics = new Topics(account, folder, lock);
    subscriptions = new Subscriptions(account, folder, lock, topics, catalogue);
  }

  @Override
  public List<String> resourceArns() {
    return Stream.concat(topics.arns().stream(), subscriptions.arns().stream()).toList();
  }

  @Override
  public CreateTopicResponse createTopic(CreateTopicRequest request) {
    return CreateTopicResponse.builder().topicArn(topics.create(request)).build();
  }

  @Override
  public ListTopicsResponse listTopics(ListTopicsRequest request) {
    return ListTopicsResponse.builder()
        .topics(topics.arns().stream().map(arn -> Topic.builder().topicArn(arn).build()).toList())
        .build();
  }

  @Override
  public GetTopicAttributesResponse getTopicAttributes(GetTopicAttributesRequest request) {
    Attributed topic = topics.require(request.topicArn());
    Map<String, String> attributes = new TreeMap<>(topic.attributes());
    List<Attributed> subscribed = subscriptions.of(String.valueOf(request.topicArn()));
    long pending = subscribed.stream().filter(each -> each.isTrue("PendingConfirmation")).count();
    attributes.put("SubscriptionsPending", Long.toString(pending));
    attributes.put("SubscriptionsConfirmed", Long.toString(subscribed.size() - pending));
    attributes.put("SubscriptionsDeleted", "0");
    attributes.putIfAbsent("DisplayName", "");
    return GetTopicAttributesResponse.builder().attributes(attributes).build();
  }

  @Override
  public SetTopicAttributesResponse setTopicAttributes(SetTopicAttributesRequest request) {
    String value = request.attributeValue() == null ? "" : request.attributeValue();
    topics.change(
        request.topicArn(),
        topic -> {
          TopicRules.check(topic, request.attributeName(), value);
          return topic.with(request.attributeName(), value.equals("{}") ? "" : value);
        });
    return SetTopicAttributesResponse.builder().build();
  }

  @Override
  public DeleteTopicResponse deleteTopic(DeleteTopicRequest request) {
    String arn = String.valueOf(request.topicArn());
    topics.delete(arn);
    subscriptions.deleteOf(arn);
    return DeleteTopicResponse.builder().build();
  }

  @Override
  public TagResourceResponse tagResource(TagResourceRequest request) {
    topics.change(
        request.resourceArn(),
        topic -> topic.withTags(SnsTags.checked(topic.tags(), SnsTags.map(request.tags()))));
    return TagResourceResponse.builder().build();
  }

  @Override
  public UntagResourceResponse untagResource(UntagResourceRequest request) {
    topics.change(
        request.resourceArn(),
        topic -> topic.withTags(AccountTags.without(topic.tags(), request.tagKeys())));
    return UntagResourceResponse.builder().build();
  }

  @Override
  public ListTagsForResourceResponse listTagsForResource(ListTagsForResourceRequest request) {
    return ListTagsForResourceResponse.builder()
        .tags(SnsTags.list(topics.require(request.resourceArn()).tags()))
        .build();
  }

  @Override
  public SubscribeResponse subscribe(SubscribeRequest request) {
    Attributed subscription = subscriptions.subscribe(request);
    boolean hidden =
        subscription.isTrue("PendingConfirmation")
            && !Boolean.TRUE.equals(request.returnSubscriptionArn());
    return SubscribeResponse.builder()
        .subscriptionArn(
            hidden ? "pending confirmation" : subscription.attribute("SubscriptionArn"))
        .build();
  }

  @Override
  public GetSubscriptionAttributesResponse getSubscriptionAttributes(
      GetSubscriptionAttributesRequest request) {
    return GetSubscriptionAttributesResponse.builder()
        .attributes(Subscriptions.told(subscriptions.require(request.subscriptionArn())))
        .build();
  }

  @Override
  public SetSubscriptionAttributesResponse setSubscriptionAttributes(
      SetSubscriptionAttributesRequest request) {
    subscriptions.set(request);
    return SetSubscriptionAttributesResponse.builder().build();
  }

  @Override
  public ListSubscriptionsByTopicResponse listSubscriptionsByTopic(
      ListSubscriptionsByTopicRequest request) {
    topics.require(request.topicArn());
    return ListSubscriptionsByTopicResponse.builder()
        .subscriptions(
            subscriptions.of(String.valueOf(request.topicArn())).stream()
                .map(
                    each ->
                        Subscription.builder()
                            .subscriptionArn(listedArn(each))
                            .topicArn(each.attribute("TopicArn"))
                            .owner(each.attribute("Owner"))
                            .protocol(each.attribute("Protocol"))
                            .endpoint(each.attribute("Endpoint"))
                            .build())
                .toList())
        .build();
  }

  /** A list keeps the ARN of what nobody confirmed yet to itself. */
  private static String listedArn(Attributed subscription) {
    return subscription.isTrue("PendingConfirmation")
        ? "PendingConfirmation"
        : subscription.attribute("SubscriptionArn");
  }

  @Override
  public UnsubscribeResponse unsubscribe(UnsubscribeRequest request) {
    subscriptions.delete(request.subscriptionArn());
    return UnsubscribeResponse.builder().build();
  }

  @Override
  public String serviceName() {
    return SERVICE_NAME;
  }

  /** Does nothing: the account owns what the client uses. */
  @Override
  public void close() {}
}
