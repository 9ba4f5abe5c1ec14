/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.local.sns;

import dev.plinth.local.account.AccountContext;
import dev.plinth.local.account.RequestId;
import dev.plinth.local.catalogue.Catalogue;
import dev.plinth.local.catalogue.ResourceKind;
import dev.plinth.local.store.FolderLock;
import dev.plinth.local.store.Shelf;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.sns.model.SetSubscriptionAttributesRequest;
import software.amazon.awssdk.services.sns.model.SubscribeRequest;

/** The subscriptions of the account's region, by ARN. */
final class Subscriptions {
  private static final String ARN = "SubscriptionArn";
  private static final String POLICY = "FilterPolicy";
  private static final String SCOPE = "FilterPolicyScope";

  private final AccountContext account;
  private final Shelf shelf;
  private final FolderLock lock;
  private final Topics topics;
  private final Catalogue catalogue;
  private final SubscriptionRules rules;

  Subscriptions(
      AccountContext account, Path folder, FolderLock lock, Topics topics, Catalogue catalogue) {
    this.account = account;
    this.shelf = new Shelf(folder.resolve("subscriptions"));
    this.lock = lock;
    this.topics = topics;
    this.catalogue = catalogue;
    this.rules = new SubscriptionRules(catalogue);
  }

  NavigableSet<String> arns() {
    return shelf.names();
  }

  /** Subscribes; the same subscription again is answered when it is what is asked for. */
  Attributed subscribe(SubscribeRequest request) {
    String topic = String.valueOf(request.topicArn());
    if (topics.find(topic).isEmpty()) {
      catalogue.require(ResourceKind.TOPIC, topic, "sns:Subscribe", SnsFault::topicNotFound);
    }
    boolean fifo = topic.endsWith(".fifo");
    rules.checkEndpoint(request.protocol(), request.endpoint(), fifo);
    return lock.holding(
        () -> {
          Optional<Attributed> present =
              of(topic).stream()
                  .filter(each -> each.attribute("Protocol").equals(request.protocol()))
                  .filter(each -> each.attribute("Endpoint").equals(request.endpoint()))
                  .findFirst();
          Attributed subscription = present.orElseGet(() -> fresh(topic, request));
          for (Map.Entry<String, String> each : request.attributes().entrySet()) {
            rules.check(subscription, each.getKey(), each.getValue(), "sns:Subscribe");
            if (present.isPresent()
                && !present.get().attribute(each.getKey()).equals(each.getValue())) {
              throw SnsFault.invalidParameter(
                  "Attributes Reason: Subscription already exists with different attributes");
            }
            subscription = subscription.with(each.getKey(), each.getValue());
          }
          subscription = scoped(subscription);
          shelf.write(subscription.attribute(ARN), subscription.toJson());
          return subscription;
        });
  }

  Attributed require(@Nullable String arn) {
    return shelf
        .read(String.valueOf(arn))
        .map(Attributed::ofJson)
        .orElseThrow(() -> SnsFault.notFound("Subscription does not exist"));
  }

  void set(SetSubscriptionAttributesRequest request) {
    lock.holding(
        () -> {
          Attributed subscription = require(request.subscriptionArn());
          String value = request.attributeValue() == null ? "" : request.attributeValue();
          rules.check(
              subscription, request.attributeName(), value, "sns:SetSubscriptionAttributes");
          boolean none = value.equals("{}");
          Attributed set = subscription.with(request.attributeName(), none ? "" : value);
          boolean unfiltered = none && request.attributeName().equals(POLICY);
          Attributed changed = unfiltered ? set.with(SCOPE, "") : scoped(set);
          shelf.write(changed.attribute(ARN), changed.toJson());
          return changed;
        });
  }

  /** That a subscription is gone already is a success. */
  void delete(@Nullable String arn) {
    String name = String.valueOf(arn);
    lock.holding(
        () -> {
          shelf
              .read(name)
              .map(Attributed::ofJson)
              .filter(subscription -> subscription.isTrue("PendingConfirmation"))
              .ifPresent(
                  pending -> {
                    throw SnsFault.invalidParameter(
                        "This subscription is pending confirmation and cannot be deleted");
                  });
          shelf.delete(name);
          return name;
        });
  }

  /** What goes with a topic. */
  void deleteOf(String topic) {
    of(topic).forEach(subscription -> shelf.delete(subscription.attribute(ARN)));
  }

  List<Attributed> of(String topic) {
    return shelf.names("", topic + ":").stream()
        .map(shelf::read)
        .flatMap(Optional::stream)
        .map(Attributed::ofJson)
        .toList();
  }

  /** What is told of a subscription: a scope that was set before its policy is kept to itself. */
  static Map<String, String> told(Attributed subscription) {
    return subscription.attribute(POLICY).isEmpty()
        ? subscription.with(SCOPE, "").attributes()
        : subscription.attributes();
  }

  /** A filter policy has a scope. */
  private static Attributed scoped(Attributed subscription) {
    boolean unscoped =
        !subscription.attribute(POLICY).isEmpty() && subscription.attribute(SCOPE).isEmpty();
    return unscoped ? subscription.with(SCOPE, "MessageAttributes") : subscription;
  }

  private Attributed fresh(String topic, SubscribeRequest request) {
    boolean pending = SubscriptionRules.needsConfirmation(request.protocol());
    TreeMap<String, String> attributes = new TreeMap<>();
    attributes.put(ARN, topic + ":" + RequestId.next());
    attributes.put("TopicArn", topic);
    attributes.put("Owner", account.accountId());
    attributes.put("Protocol", request.protocol());
    attributes.put("Endpoint", request.endpoint());
    attributes.put("PendingConfirmation", Boolean.toString(pending));
    attributes.put("ConfirmationWasAuthenticated", Boolean.toString(!pending));
    attributes.put("RawMessageDelivery", "false");
    return new Attributed(attributes, Map.of());
  }
}
