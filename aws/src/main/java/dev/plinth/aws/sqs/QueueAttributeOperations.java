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
import dev.plinth.aws.resource.Prior;
import dev.plinth.aws.resource.ResourceOperations;
import dev.plinth.engine.provider.CreateResult;
import dev.plinth.engine.value.PropertyMap;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** Sets one document of queues; the id is the queue's URL. */
final class QueueAttributeOperations implements ResourceOperations {
  private final AwsSession session;
  private final String property;
  private final QueueAttributeName attribute;

  QueueAttributeOperations(AwsSession session, String property) {
    this.session = session;
    this.property = property;
    this.attribute = QueueAttributes.NAMES.attribute(property);
  }

  @Override
  public CreateResult create(Operation operation, PropertyMap inputs) {
    String url = inputs.text("queueUrl").orElseThrow();
    return new CreateResult(url, set(operation, url, inputs, inputs));
  }

  @Override
  public Optional<PropertyMap> read(Operation operation, String id, Prior prior) {
    return queue(operation, id)
        .find(attribute)
        .map(attributes -> attributes.getOrDefault(attribute, ""))
        .filter(document -> !document.isEmpty())
        .map(document -> outputs(id, document));
  }

  @Override
  public PropertyMap update(Operation operation, String id, Change change) {
    return set(operation, id, change.newInputs(), change.oldOutputs());
  }

  @Override
  public void delete(Operation operation, String id, Prior prior) {
    QueueAccess queue = queue(operation, id);
    Map<QueueAttributeName, String> nothing = Map.of(attribute, "");
    if (operation
        .ifThere(
            "SetQueueAttributes",
            RetryRules.QUEUE,
            () ->
                session
                    .clients()
                    .sqs()
                    .setQueueAttributes(set -> set.queueUrl(id).attributes(nothing)))
        .isPresent()) {
      operation.await(
          "without it",
          Optional.empty(),
          queue::find,
          found ->
              found.isEmpty() || QueueAccess.says(found.get(), nothing)
                  ? Optional.of(true)
                  : Optional.empty());
    }
  }

  private PropertyMap set(Operation operation, String url, PropertyMap inputs, PropertyMap known) {
    Map<QueueAttributeName, String> wanted = Map.of(attribute, inputs.text(property).orElseThrow());
    QueueAccess queue = queue(operation, url);
    return Completion.finish(
        operation,
        url,
        known,
        () -> queue.set(wanted),
        () -> outputs(url, queue.await(wanted).getOrDefault(attribute, "")));
  }

  private PropertyMap outputs(String url, String document) {
    return PropertyMap.builder().put("queueUrl", url).put(property, document).build();
  }

  private QueueAccess queue(Operation operation, String url) {
    return new QueueAccess(session.clients().sqs(), operation, url);
  }
}
