/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.local.sqs;

import dev.plinth.local.account.AccountContext;
import dev.plinth.local.account.AccountTags;
import dev.plinth.local.account.Constraints;
import dev.plinth.local.account.LocalService;
import dev.plinth.local.catalogue.Catalogue;
import dev.plinth.local.store.FolderLock;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.CreateQueueRequest;
import software.amazon.awssdk.services.sqs.model.CreateQueueResponse;
import software.amazon.awssdk.services.sqs.model.DeleteQueueRequest;
import software.amazon.awssdk.services.sqs.model.DeleteQueueResponse;
import software.amazon.awssdk.services.sqs.model.GetQueueAttributesRequest;
import software.amazon.awssdk.services.sqs.model.GetQueueAttributesResponse;
import software.amazon.awssdk.services.sqs.model.GetQueueUrlRequest;
import software.amazon.awssdk.services.sqs.model.GetQueueUrlResponse;
import software.amazon.awssdk.services.sqs.model.ListQueueTagsRequest;
import software.amazon.awssdk.services.sqs.model.ListQueueTagsResponse;
import software.amazon.awssdk.services.sqs.model.ListQueuesRequest;
import software.amazon.awssdk.services.sqs.model.ListQueuesResponse;
import software.amazon.awssdk.services.sqs.model.SetQueueAttributesRequest;
import software.amazon.awssdk.services.sqs.model.SetQueueAttributesResponse;
import software.amazon.awssdk.services.sqs.model.TagQueueRequest;
import software.amazon.awssdk.services.sqs.model.TagQueueResponse;
import software.amazon.awssdk.services.sqs.model.UntagQueueRequest;
import software.amazon.awssdk.services.sqs.model.UntagQueueResponse;

/**
 * SQS as the local account has it. An operation that is not overridden here is not implemented, and
 * throws {@link UnsupportedOperationException} as the SDK's interface has it.
 */
public final class LocalSqsClient implements SqsClient, LocalService {
  private final AccountContext account;
  private final Queues queues;
  private final Redrive redrive;

  /**
   * @param folder where the queues of this account and region are kept; made when needed
   */
  public LocalSqsClient(AccountContext account, Path folder, FolderLock lock, Catalogue catalogue) {
    this.account = account;
    QueueNames names = new QueueNames(account);
    this.queues = new Queues(names, folder, lock);
    this.redrive = new Redrive(names, catalogue);
  }

  @Override
  public List<String> resourceArns() {
    return queues.all("").stream().map(queues.names()::arn).toList();
  }

  /** A queue that is there already is answered when it is what is asked for. */
  @Override
  public CreateQueueResponse createQueue(CreateQueueRequest request) {
    String name = request.queueName();
    if (!QueueNames.isName(name)) {
      throw SqsFault.invalidParameter(
          "Can only include alphanumeric characters, hyphens, or underscores. 1 to 80 in length");
    }
    Map<String, String> wanted = new TreeMap<>(request.attributesAsStrings());
    wanted.values().removeIf(String::isEmpty);
    QueueAttributeRules.check(name, wanted);
    if (QueueNames.isFifo(name) != "true".equals(wanted.get("FifoQueue"))) {
      throw SqsFault.invalidParameter(
          "The name of a FIFO queue can only include alphanumeric characters, hyphens, or"
              + " underscores, must end with .fifo suffix and be 1 to 80 in length");
    }
    redrive.check(name, wanted, "sqs:CreateQueue");
    checkTags(request.tags());
    String now = seconds();
    StoredQueue queue =
        new StoredQueue(name, QueueAttributeRules.DEFAULTS, request.tags())
            .with(QueueAttributeRules.complete(wanted))
            .with(Map.of("CreatedTimestamp", now, "LastModifiedTimestamp", now));
    queues.create(
        queue,
        present ->
            wanted.forEach(
                (attribute, value) -> {
                  if (!value.equals(present.attributes().get(attribute))) {
                    throw SqsFault.nameExists();
                  }
                }));
    return CreateQueueResponse.builder().queueUrl(queues.names().url(name)).build();
  }

  @Override
  public GetQueueUrlResponse getQueueUrl(GetQueueUrlRequest request) {
    StoredQueue queue = queues.find(request.queueName()).orElseThrow(SqsFault::noSuchQueue);
    return GetQueueUrlResponse.builder().queueUrl(queues.names().url(queue.name())).build();
  }

  @Override
  public ListQueuesResponse listQueues(ListQueuesRequest request) {
    String prefix = request.queueNamePrefix() == null ? "" : request.queueNamePrefix();
    return ListQueuesResponse.builder()
        .queueUrls(queues.all(prefix).stream().map(queues.names()::url).toList())
        .build();
  }

  @Override
  public GetQueueAttributesResponse getQueueAttributes(GetQueueAttributesRequest request) {
    StoredQueue queue = queues.requireByUrl(request.queueUrl());
    Map<String, String> all = new TreeMap<>(queue.attributes());
    all.put("QueueArn", queues.names().arn(queue.name()));
    for (String count : List.of("", "Delayed", "NotVisible")) {
      all.put("ApproximateNumberOfMessages" + count, "0");
    }
    List<String> asked = request.attributeNamesAsStrings();
    if (!asked.contains("All")) {
      all.keySet().retainAll(asked);
    }
    return GetQueueAttributesResponse.builder().attributesWithStrings(all).build();
  }

  @Override
  public SetQueueAttributesResponse setQueueAttributes(SetQueueAttributesRequest request) {
    queues.change(
        request.queueUrl(),
        queue -> {
          Map<String, String> wanted = request.attributesAsStrings();
          QueueAttributeRules.check(queue.name(), wanted);
          redrive.check(queue.name(), wanted, "sqs:SetQueueAttributes");
          return queue
              .with(QueueAttributeRules.complete(wanted))
              .with(Map.of("LastModifiedTimestamp", seconds()));
        });
    return SetQueueAttributesResponse.builder().build();
  }

  @Override
  public DeleteQueueResponse deleteQueue(DeleteQueueRequest request) {
    queues.delete(request.queueUrl());
    return DeleteQueueResponse.builder().build();
  }

  @Override
  public TagQueueResponse tagQueue(TagQueueRequest request) {
    checkTags(request.tags());
    queues.change(
        request.queueUrl(),
        queue -> queue.withTags(AccountTags.merged(queue.tags(), request.tags())));
    return TagQueueResponse.builder().build();
  }

  @Override
  public UntagQueueResponse untagQueue(UntagQueueRequest request) {
    queues.change(
        request.queueUrl(),
        queue -> queue.withTags(AccountTags.without(queue.tags(), request.tagKeys())));
    return UntagQueueResponse.builder().build();
  }

  @Override
  public ListQueueTagsResponse listQueueTags(ListQueueTagsRequest request) {
    return ListQueueTagsResponse.builder()
        .tags(queues.requireByUrl(request.queueUrl()).tags())
        .build();
  }

  private static void checkTags(Map<String, String> tags) {
    Constraints constraints = new Constraints();
    AccountTags.check(constraints, tags);
    SqsFault.throwIfAny(constraints);
  }

  private String seconds() {
    return Long.toString(account.now() / 1000);
  }

  @Override
  public String serviceName() {
    return SERVICE_NAME;
  }

  /** Does nothing: the account owns what the client uses. */
  @Override
  public void close() {}
}
