/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.programs.computestack;

import com.pulumi.aws.sqs.Queue;
import com.pulumi.aws.sqs.QueueArgs;
import com.pulumi.aws.sqs.QueuePolicy;
import com.pulumi.aws.sqs.QueuePolicyArgs;
import com.pulumi.aws.sqs.RedriveAllowPolicy;
import com.pulumi.aws.sqs.RedriveAllowPolicyArgs;
import com.pulumi.aws.sqs.RedrivePolicy;
import com.pulumi.aws.sqs.RedrivePolicyArgs;
import com.pulumi.core.Output;
import dev.plinth.api.computestack.StackEventRule;
import dev.plinth.api.computestack.StackFunction;
import dev.plinth.api.computestack.StackQueue;
import dev.plinth.api.computestack.access.Identity;
import dev.plinth.api.computestack.access.PolicyDocument;
import dev.plinth.api.computestack.access.Statement;
import dev.plinth.api.json.JsonText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The queues: each of the manifest with its dead-letter queue, and a dead-letter queue for every
 * other asynchronous path.
 */
final class QueueSet {
  private static final int FOURTEEN_DAYS = 1_209_600;

  private final Site site;
  private final Map<String, Queue> queues = new LinkedHashMap<>();
  private final Map<String, Queue> deadLetterQueues = new LinkedHashMap<>();

  private QueueSet(Site site) {
    this.site = site;
  }

  /** Makes the queues of the manifest, and one for what each asynchronous function fails at. */
  static QueueSet create(Site site) {
    QueueSet set = new QueueSet(site);
    site.stack().queues().forEach(set::add);
    for (StackFunction function : site.stack().functions()) {
      if (site.stack().isAsynchronous(function) || function.spec().getStreamsCount() > 0) {
        set.deadLetter(function.id(), site.stack().failuresQueue(function), FOURTEEN_DAYS);
      }
    }
    return set;
  }

  private void add(StackQueue plan) {
    Queue deadLetters = deadLetter(plan.id(), plan.dlqName(), plan.dlqRetentionSeconds());
    Queue queue =
        new Queue(
            plan.id(),
            encrypted(plan.name())
                .visibilityTimeoutSeconds(plan.visibilitySeconds())
                .messageRetentionSeconds(plan.retentionSeconds())
                .delaySeconds(plan.delaySeconds())
                .receiveWaitTimeSeconds(plan.receiveWaitSeconds())
                .build(),
            site.options().build());
    queues.put(plan.id(), queue);
    new RedrivePolicy(
        plan.id(),
        RedrivePolicyArgs.builder()
            .queueUrl(queue.url())
            .redrivePolicy(
                deadLetters
                    .arn()
                    .applyValue(
                        arn ->
                            JsonText.of(
                                ordered(
                                    "deadLetterTargetArn",
                                    arn,
                                    "maxReceiveCount",
                                    plan.maxReceiveCount()))))
            .build(),
        site.options().build());
    new RedriveAllowPolicy(
        plan.id() + "-dlq",
        RedriveAllowPolicyArgs.builder()
            .queueUrl(deadLetters.url())
            .redriveAllowPolicy(
                queue
                    .arn()
                    .applyValue(
                        arn ->
                            JsonText.of(
                                ordered(
                                    "redrivePermission",
                                    "byQueue",
                                    "sourceQueueArns",
                                    List.of(arn)))))
            .build(),
        site.options().build());
    if (!sendersTo(plan, Identity.LONGEST).isEmpty()) {
      admit(plan.id(), queue, identity -> sendersTo(plan, identity));
    }
  }

  private List<Sender> sendersTo(StackQueue plan, Identity identity) {
    List<Sender> senders = new ArrayList<>();
    if (plan.id().equals("notification") && site.stack().queueIsSubscribed()) {
      String topic = identity.arn("sns", site.stack().topicName());
      senders.add(new Sender("NotificationsTopic", "sns.amazonaws.com", List.of(topic)));
    }
    List<StackEventRule> rules =
        site.stack().rules().stream()
            .filter(rule -> rule.leadsTo(to -> to.spec().getQueue().equals(plan.id())))
            .toList();
    if (!rules.isEmpty()) {
      senders.add(Sender.of(rules, identity));
    }
    return senders;
  }

  private static Map<String, Object> ordered(String one, Object a, String two, Object b) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put(one, a);
    map.put(two, b);
    return map;
  }

  /**
   * A dead-letter queue for another path.
   *
   * @param serves what it serves; one word, or more with hyphens between them
   */
  Queue deadLetter(String serves) {
    return deadLetter(serves, site.name(serves) + "-dlq", FOURTEEN_DAYS);
  }

  private Queue deadLetter(String serves, String name, int retentionSeconds) {
    Queue queue =
        new Queue(
            serves + "-dlq",
            encrypted(name)
                .messageRetentionSeconds(retentionSeconds)
                .receiveWaitTimeSeconds(20)
                .build(),
            site.options().build());
    deadLetterQueues.put(serves, queue);
    return queue;
  }

  private QueueArgs.Builder encrypted(String name) {
    QueueArgs.Builder args = QueueArgs.builder().name(name).tags(site.tags());
    site.stack()
        .kmsKeyArn()
        .ifPresentOrElse(args::kmsMasterKeyId, () -> args.sqsManagedSseEnabled(true));
    return args;
  }

  /** Lets services send to a queue, each for its sources. */
  QueuePolicy admit(String name, Queue queue, Function<Identity, List<Sender>> senders) {
    Output<String> policy =
        Output.tuple(queue.arn(), site.inAccount(senders))
            .applyValue(
                found ->
                    PolicyDocument.of(
                        found.t2.stream().map(sender -> sender.statement(found.t1)).toList()));
    return new QueuePolicy(
        name,
        QueuePolicyArgs.builder().queueUrl(queue.url()).policy(policy).build(),
        site.options().build());
  }

  /** A service that sends to a queue, on behalf of some resources. */
  record Sender(String sid, String service, List<String> sourceArns) {
    /** EventBridge, on behalf of rules: in one statement, for a queue's policy may have 20. */
    static Sender of(List<StackEventRule> rules, Identity identity) {
      List<String> arns = rules.stream().map(rule -> rule.arn(identity)).toList();
      return new Sender("EventRules", "events.amazonaws.com", arns);
    }

    Statement statement(String queueArn) {
      return Statement.allowService(sid, service, "sqs:SendMessage", queueArn, sourceArns);
    }
  }

  Optional<Queue> find(String id) {
    return Optional.ofNullable(queues.get(id));
  }

  Queue require(String id) {
    return find(id).orElseThrow(() -> new IllegalStateException("no queue " + id));
  }

  Map<String, Queue> queues() {
    return queues;
  }

  /** By what they serve. */
  Map<String, Queue> deadLetterQueues() {
    return deadLetterQueues;
  }
}
