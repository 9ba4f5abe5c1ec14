/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.programs.computestack;

import com.pulumi.aws.sns.Topic;
import com.pulumi.aws.sns.TopicArgs;
import com.pulumi.aws.sns.TopicPolicy;
import com.pulumi.aws.sns.TopicPolicyArgs;
import com.pulumi.aws.sns.TopicSubscription;
import com.pulumi.aws.sns.TopicSubscriptionArgs;
import com.pulumi.aws.sqs.Queue;
import com.pulumi.core.Output;
import dev.plinth.api.computestack.StackEventRule;
import dev.plinth.api.computestack.StackFunction;
import dev.plinth.api.computestack.StandardFunction;
import dev.plinth.api.computestack.access.Identity;
import dev.plinth.api.computestack.access.PolicyDocument;
import dev.plinth.api.computestack.access.Statement;
import dev.plinth.api.json.JsonText;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

/** The notifications topic with its subscriptions, and the topic of the alarms. */
final class TopicSet {
  /** All that the notification handler does not get at once; no message is lost between the two. */
  private static final String NOT_HIGH_PRIORITY =
      "{\"priority\":[{\"anything-but\":[\"high\"]},{\"exists\":false}]}";

  private final Site site;
  private final Optional<Topic> notifications;
  private final Optional<Topic> alerts;

  private TopicSet(Site site) {
    this.site = site;
    this.notifications =
        site.stack().hasTopic()
            ? Optional.of(topic("notifications", site.stack().kmsKeyArn().or(this::keyOfSns)))
            : Optional.empty();
    this.alerts =
        site.stack().hasAlarms()
            ? Optional.of(topic("alerts", site.stack().kmsKeyArn()))
            : Optional.empty();
  }

  static TopicSet create(
      Site site, FunctionSet functions, QueueSet queues, Invocations invocations) {
    TopicSet topics = new TopicSet(site);
    topics.notifications.ifPresent(
        topic -> {
          topics.openToRules(topic);
          if (site.stack().queueIsSubscribed()) {
            topics.subscribeQueue(topic, queues);
          }
          functions.all().stream()
              .filter(function -> function.plan().filterPolicy().isPresent())
              .forEach(function -> topics.subscribe(topic, function, queues, invocations));
        });
    topics.alerts.ifPresent(topics::openToAlarms);
    return topics;
  }

  private Topic topic(String id, Optional<String> key) {
    TopicArgs.Builder args = TopicArgs.builder().name(site.name(id)).tags(site.tags());
    key.ifPresent(args::kmsMasterKeyId);
    return new Topic(id, args.build(), site.options().build());
  }

  /** It serves for what the account's own roles publish; no other service could use it. */
  private Optional<String> keyOfSns() {
    return rulesThatPublish().isEmpty() ? Optional.of("alias/aws/sns") : Optional.empty();
  }

  private List<StackEventRule> rulesThatPublish() {
    return site.stack().rules().stream()
        .filter(rule -> rule.leadsTo(target -> target.spec().getTopic()))
        .toList();
  }

  private void openToRules(Topic topic) {
    List<StackEventRule> rules = rulesThatPublish();
    if (!rules.isEmpty()) {
      admit(
          "notifications",
          topic,
          (arn, identity) ->
              Statement.allowService(
                  "EventRules",
                  "events.amazonaws.com",
                  "sns:Publish",
                  arn,
                  rules.stream().map(rule -> rule.arn(identity)).toList()));
    }
  }

  /** The policy that every topic begins with is replaced: the account's own roles need none. */
  private void admit(String id, Topic topic, BiFunction<String, Identity, Statement> statement) {
    Output<String> policy =
        Output.tuple(topic.arn(), site.inAccount(identity -> identity))
            .applyValue(found -> PolicyDocument.of(List.of(statement.apply(found.t1, found.t2))));
    new TopicPolicy(
        id,
        TopicPolicyArgs.builder().arn(topic.arn()).policy(policy).build(),
        site.options().build());
  }

  private void subscribeQueue(Topic topic, QueueSet queues) {
    Queue queue = queues.require("notification");
    TopicSubscriptionArgs.Builder args =
        TopicSubscriptionArgs.builder()
            .topic(topic.arn())
            .protocol("sqs")
            .endpoint(queue.arn())
            .rawMessageDelivery(true)
            .redrivePolicy(deadLetters("topic-notification", queues));
    queueFilter().ifPresent(args::filterPolicy);
    new TopicSubscription("notification", args.build(), site.options().build());
  }

  /** That of the manifest; else what the notification handler leaves, if it is subscribed too. */
  private Optional<String> queueFilter() {
    String asked = site.stack().spec().getNotificationsTopic().getQueueFilterPolicy();
    return asked.isEmpty()
        ? site.stack()
            .function(StandardFunction.NOTIFICATION_HANDLER)
            .flatMap(StackFunction::filterPolicy)
            .map(handled -> NOT_HIGH_PRIORITY)
        : Optional.of(asked);
  }

  private void subscribe(
      Topic topic, MadeFunction function, QueueSet queues, Invocations invocations) {
    invocations.byService(function.id() + "-topic", function, "sns.amazonaws.com", topic.arn());
    TopicSubscriptionArgs.Builder args =
        TopicSubscriptionArgs.builder()
            .topic(topic.arn())
            .protocol("lambda")
            .endpoint(function.arn())
            .redrivePolicy(deadLetters("topic-" + function.id(), queues));
    function
        .plan()
        .filterPolicy()
        .filter(policy -> !policy.isEmpty())
        .ifPresent(args::filterPolicy);
    new TopicSubscription(function.id(), args.build(), site.options().build());
  }

  private Output<String> deadLetters(String serves, QueueSet queues) {
    Queue queue = queues.deadLetter(serves);
    queues.admit(
        serves + "-dlq",
        queue,
        identity ->
            List.of(
                new QueueSet.Sender(
                    "NotificationsTopic",
                    "sns.amazonaws.com",
                    List.of(identity.arn("sns", site.stack().topicName())))));
    return queue.arn().applyValue(arn -> JsonText.of(Map.of("deadLetterTargetArn", arn)));
  }

  private void openToAlarms(Topic topic) {
    admit(
        "alerts",
        topic,
        (arn, identity) ->
            new Statement(
                "Alarms",
                Map.of("Service", "cloudwatch.amazonaws.com"),
                List.of("sns:Publish"),
                List.of(arn),
                Map.of("StringEquals", Map.of("aws:SourceAccount", identity.account()))));
    List<String> emails = site.stack().spec().getAlarms().getEmailsList();
    for (int i = 0; i < emails.size(); i++) {
      new TopicSubscription(
          "alerts-email" + i,
          TopicSubscriptionArgs.builder()
              .topic(topic.arn())
              .protocol("email")
              .endpoint(emails.get(i))
              .build(),
          site.options().build());
    }
  }

  Optional<Topic> notifications() {
    return notifications;
  }

  Optional<Topic> alerts() {
    return alerts;
  }
}
