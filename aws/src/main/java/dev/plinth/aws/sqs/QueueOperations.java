/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.sqs;

import dev.plinth.aws.call.Operation;
import dev.plinth.aws.call.RetryRules;
import dev.plinth.aws.resource.AwsSession;
import dev.plinth.aws.resource.Change;
import dev.plinth.aws.resource.Completion;
import dev.plinth.aws.resource.Located;
import dev.plinth.aws.resource.PrefixedName;
import dev.plinth.aws.resource.Prior;
import dev.plinth.aws.resource.ResourceOperations;
import dev.plinth.aws.resource.TagChanges;
import dev.plinth.aws.resource.TagOutputs;
import dev.plinth.engine.provider.CreateResult;
import dev.plinth.engine.value.PropertyMap;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.CreateQueueRequest;
import software.amazon.awssdk.services.sqs.model.GetQueueUrlResponse;
import software.amazon.awssdk.services.sqs.model.ListQueueTagsResponse;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** Creates, reads, changes and deletes queues; the id is the URL. */
final class QueueOperations implements ResourceOperations {
  private final AwsSession session;

  QueueOperations(AwsSession session) {
    this.session = session;
  }

  @Override
  public CreateResult create(Operation operation, PropertyMap given) {
    PropertyMap inputs =
        PrefixedName.fillWithSuffix(given, given.bool("fifoQueue").orElse(false) ? ".fifo" : "");
    String name = inputs.text("name").orElseThrow();
    Map<QueueAttributeName, String> attributes = QueueAttributes.of(inputs);
    CreateQueueRequest request =
        CreateQueueRequest.builder()
            .queueName(name)
            .attributes(attributes)
            .tags(TagChanges.all(inputs))
            .build();
    // Asking again for the same queue is answered with its URL, so a lost answer needs no more.
    String url =
        operation
            .repeatable("CreateQueue", RetryRules.QUEUE, () -> sqs().createQueue(request))
            .queueUrl();
    Prior prior = new Prior(given, PropertyMap.empty());
    PropertyMap outputs =
        Completion.finish(
            operation,
            url,
            inputs,
            () -> {},
            () -> outputs(operation, url, queue(operation, url).await(attributes), prior));
    return new CreateResult(url, outputs);
  }

  @Override
  public Located locate(Operation operation, PropertyMap inputs) {
    Optional<String> name = inputs.text("name");
    if (name.isEmpty()) {
      return new Located.Unknown();
    }
    return Located.of(
        operation
            .ifThere("GetQueueUrl", () -> sqs().getQueueUrl(get -> get.queueName(name.get())))
            .map(GetQueueUrlResponse::queueUrl));
  }

  @Override
  public Optional<PropertyMap> read(Operation operation, String id, Prior prior) {
    return queue(operation, id).find().map(attributes -> outputs(operation, id, attributes, prior));
  }

  @Override
  public PropertyMap update(Operation operation, String id, Change change) {
    Map<QueueAttributeName, String> attributes = QueueAttributes.changed(change);
    return Completion.finish(
        operation,
        id,
        change.oldOutputs(),
        () -> {
          tags(operation, id, change);
          if (!attributes.isEmpty()) {
            queue(operation, id).set(attributes);
          }
        },
        () -> outputs(operation, id, queue(operation, id).await(attributes), change.prior()));
  }

  @Override
  public void delete(Operation operation, String id, Prior prior) {
    operation.ifThere("DeleteQueue", () -> sqs().deleteQueue(queue -> queue.queueUrl(id)));
    operation.await(
        "deleted",
        Optional.empty(),
        () -> queue(operation, id).find(QueueAttributeName.QUEUE_ARN),
        found -> found.isEmpty() ? Optional.of(true) : Optional.empty());
  }

  private void tags(Operation operation, String url, Change change) {
    TagChanges.of(change)
        .apply(
            removed ->
                operation.call(
                    "UntagQueue",
                    () -> sqs().untagQueue(untag -> untag.queueUrl(url).tagKeys(removed))),
            set ->
                operation.call(
                    "TagQueue", () -> sqs().tagQueue(tag -> tag.queueUrl(url).tags(set))));
  }

  private PropertyMap outputs(
      Operation operation, String url, Map<QueueAttributeName, String> attributes, Prior prior) {
    PropertyMap.Builder outputs =
        PropertyMap.builder()
            .put("name", url.substring(url.lastIndexOf('/') + 1))
            .put("url", url)
            .putIfPresent("namePrefix", prior.said("namePrefix"));
    QueueAttributes.put(outputs, attributes, prior);
    Map<String, String> tags =
        operation
            .ifThere("ListQueueTags", () -> sqs().listQueueTags(list -> list.queueUrl(url)))
            .map(ListQueueTagsResponse::tags)
            .orElse(Map.of());
    TagOutputs.put(outputs, session.tags(), tags, prior);
    return outputs.build();
  }

  private QueueAccess queue(Operation operation, String url) {
    return new QueueAccess(sqs(), operation, url);
  }

  private SqsClient sqs() {
    return session.clients().sqs();
  }
}
