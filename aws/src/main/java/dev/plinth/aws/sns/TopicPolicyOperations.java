/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.sns;

import dev.plinth.aws.call.Operation;
import dev.plinth.aws.document.PolicyDocument;
import dev.plinth.aws.resource.AwsSession;
import dev.plinth.aws.resource.Change;
import dev.plinth.aws.resource.Completion;
import dev.plinth.aws.resource.Prior;
import dev.plinth.aws.resource.ResourceOperations;
import dev.plinth.engine.provider.CreateResult;
import dev.plinth.engine.value.PropertyMap;
import java.util.Map;
import java.util.Optional;

/** Sets the policies of topics; the id is the topic's ARN. */
final class TopicPolicyOperations implements ResourceOperations {
  private final AwsSession session;

  TopicPolicyOperations(AwsSession session) {
    this.session = session;
  }

  @Override
  public CreateResult create(Operation operation, PropertyMap inputs) {
    String arn = inputs.text("arn").orElseThrow();
    return new CreateResult(arn, set(operation, arn, inputs, inputs));
  }

  /**
   * A topic always has a policy: it is nobody's when it is the one that every topic begins with.
   */
  @Override
  public Optional<PropertyMap> read(Operation operation, String id, Prior prior) {
    return topic(operation, id)
        .find()
        .filter(attributes -> isOurs(attributes, prior) || !isDefault(id, attributes))
        .map(attributes -> outputs(id, attributes));
  }

  @Override
  public PropertyMap update(Operation operation, String id, Change change) {
    return set(operation, id, change.newInputs(), change.oldOutputs());
  }

  /** A topic cannot be without a policy: it gets back the one that it began with. */
  @Override
  public void delete(Operation operation, String id, Prior prior) {
    topic(operation, id)
        .find()
        .ifPresent(
            attributes ->
                topic(operation, id)
                    .setIfThere(
                        TopicAttributes.POLICY,
                        DefaultTopicPolicy.of(id, attributes.getOrDefault("Owner", ""))));
  }

  private static boolean isOurs(Map<String, String> attributes, Prior prior) {
    String actual = attributes.getOrDefault(TopicAttributes.POLICY, "");
    return prior
        .inputs()
        .text("policy")
        .filter(said -> PolicyDocument.same(said, actual))
        .isPresent();
  }

  private static boolean isDefault(String arn, Map<String, String> attributes) {
    return PolicyDocument.same(
        attributes.getOrDefault(TopicAttributes.POLICY, ""),
        DefaultTopicPolicy.of(arn, attributes.getOrDefault("Owner", "")));
  }

  private PropertyMap set(Operation operation, String arn, PropertyMap inputs, PropertyMap known) {
    String policy = inputs.text("policy").orElseThrow();
    TopicAccess topic = topic(operation, arn);
    return Completion.finish(
        operation,
        arn,
        known,
        () -> topic.set(TopicAttributes.POLICY, policy),
        () ->
            operation.await(
                "given the policy",
                Optional.empty(),
                topic::find,
                found ->
                    found
                        .filter(
                            attributes ->
                                PolicyDocument.same(
                                    attributes.getOrDefault(TopicAttributes.POLICY, ""), policy))
                        .map(attributes -> outputs(arn, attributes))));
  }

  private static PropertyMap outputs(String arn, Map<String, String> attributes) {
    return PropertyMap.builder()
        .put("arn", arn)
        .put("policy", attributes.getOrDefault(TopicAttributes.POLICY, ""))
        .put("owner", attributes.getOrDefault("Owner", ""))
        .build();
  }

  private TopicAccess topic(Operation operation, String arn) {
    return new TopicAccess(session.clients().sns(), operation, arn);
  }
}
