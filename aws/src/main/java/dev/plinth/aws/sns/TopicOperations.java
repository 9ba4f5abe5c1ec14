/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.sns;

import dev.plinth.aws.call.Operation;
import dev.plinth.aws.call.RetryRules;
import dev.plinth.aws.resource.AwsSession;
import dev.plinth.aws.resource.Change;
import dev.plinth.aws.resource.Completion;
import dev.plinth.aws.resource.Located;
import dev.plinth.aws.resource.OwnArns;
import dev.plinth.aws.resource.PrefixedName;
import dev.plinth.aws.resource.Prior;
import dev.plinth.aws.resource.ResourceOperations;
import dev.plinth.aws.resource.TagChanges;
import dev.plinth.aws.resource.TagOutputs;
import dev.plinth.engine.provider.CreateResult;
import dev.plinth.engine.value.PropertyMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.CreateTopicRequest;
import software.amazon.awssdk.services.sns.model.Tag;

/** Creates, reads, changes and deletes topics; the id is the ARN. */
final class TopicOperations implements ResourceOperations {
  private final AwsSession session;

  TopicOperations(AwsSession session) {
    this.session = session;
  }

  @Override
  public CreateResult create(Operation operation, PropertyMap given) {
    PropertyMap inputs =
        PrefixedName.fillWithSuffix(given, given.bool("fifoTopic").orElse(false) ? ".fifo" : "");
    CreateTopicRequest request =
        CreateTopicRequest.builder()
            .name(inputs.text("name").orElseThrow())
            .attributes(TopicAttributes.atCreation(inputs))
            .tags(tags(TagChanges.all(inputs)))
            .build();
    // Asking again for the same topic is answered with its ARN, so a lost answer needs no more.
    String arn =
        operation
            .repeatable("CreateTopic", RetryRules.TOPIC, () -> sns().createTopic(request))
            .topicArn();
    Prior prior = new Prior(given, PropertyMap.empty());
    TopicAccess topic = topic(operation, arn);
    PropertyMap outputs =
        Completion.finish(
            operation,
            arn,
            inputs,
            () -> topic.set(TopicAttributes.NAMES.of(inputs, TopicAttributes.later(inputs))),
            () -> outputs(operation, arn, topic.await(), prior));
    return new CreateResult(arn, outputs);
  }

  @Override
  public Located locate(Operation operation, PropertyMap inputs) {
    return inputs
        .text("name")
        .map(name -> OwnArns.of(session.clients(), operation).of("sns", name))
        .<Located>map(Located.At::new)
        .orElseGet(Located.Unknown::new);
  }

  @Override
  public Optional<PropertyMap> read(Operation operation, String id, Prior prior) {
    return topic(operation, id).find().map(attributes -> outputs(operation, id, attributes, prior));
  }

  @Override
  public PropertyMap update(Operation operation, String id, Change change) {
    TopicAccess topic = topic(operation, id);
    return Completion.finish(
        operation,
        id,
        change.oldOutputs(),
        () -> {
          tags(operation, id, change);
          topic.set(TopicAttributes.changed(change));
        },
        () -> outputs(operation, id, topic.await(), change.prior()));
  }

  @Override
  public void delete(Operation operation, String id, Prior prior) {
    operation.ifThere("DeleteTopic", () -> sns().deleteTopic(topic -> topic.topicArn(id)));
  }

  private void tags(Operation operation, String arn, Change change) {
    TagChanges.of(change)
        .apply(
            removed ->
                operation.call(
                    "UntagResource",
                    () -> sns().untagResource(untag -> untag.resourceArn(arn).tagKeys(removed))),
            set ->
                operation.call(
                    "TagResource",
                    () -> sns().tagResource(tag -> tag.resourceArn(arn).tags(tags(set)))));
  }

  private PropertyMap outputs(
      Operation operation, String arn, Map<String, String> attributes, Prior prior) {
    PropertyMap.Builder outputs =
        PropertyMap.builder()
            .put("name", arn.substring(arn.lastIndexOf(':') + 1))
            .put("arn", arn)
            .putIfPresent("namePrefix", prior.said("namePrefix"));
    TopicAttributes.put(outputs, attributes);
    Map<String, String> tags =
        operation
            .ifThere(
                "ListTagsForResource",
                () -> sns().listTagsForResource(list -> list.resourceArn(arn)))
            .map(found -> found.tags().stream().collect(Collectors.toMap(Tag::key, Tag::value)))
            .orElse(Map.of());
    TagOutputs.put(outputs, session.tags(), tags, prior);
    return outputs.build();
  }

  private static List<Tag> tags(Map<String, String> tags) {
    return tags.entrySet().stream()
        .map(tag -> Tag.builder().key(tag.getKey()).value(tag.getValue()).build())
        .toList();
  }

  private TopicAccess topic(Operation operation, String arn) {
    return new TopicAccess(sns(), operation, arn);
  }

  private SnsClient sns() {
    return session.clients().sns();
  }
}
