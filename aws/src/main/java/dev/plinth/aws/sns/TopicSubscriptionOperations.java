/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.sns;

import dev.plinth.aws.call.AwsFailure;
import dev.plinth.aws.call.Operation;
import dev.plinth.aws.call.RetryRules;
import dev.plinth.aws.resource.AwsSession;
import dev.plinth.aws.resource.Change;
import dev.plinth.aws.resource.Completion;
import dev.plinth.aws.resource.Located;
import dev.plinth.aws.resource.Prior;
import dev.plinth.aws.resource.ResourceOperations;
import dev.plinth.engine.provider.CreateResult;
import dev.plinth.engine.value.PropertyMap;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.GetSubscriptionAttributesResponse;
import software.amazon.awssdk.services.sns.model.SubscribeRequest;
import software.amazon.awssdk.services.sns.model.Subscription;

/** Subscribes endpoints to topics; the id is the subscription's ARN. */
final class TopicSubscriptionOperations implements ResourceOperations {
  private final AwsSession session;

  TopicSubscriptionOperations(AwsSession session) {
    this.session = session;
  }

  @Override
  public CreateResult create(Operation operation, PropertyMap inputs) {
    SubscribeRequest request =
        SubscribeRequest.builder()
            .topicArn(inputs.text("topic").orElseThrow())
            .protocol(inputs.text("protocol").orElseThrow())
            .endpoint(inputs.text("endpoint").orElseThrow())
            .attributes(SubscriptionAttributes.of(inputs))
            .returnSubscriptionArn(true)
            .build();
    // Asking again for the same subscription is answered with its ARN: a lost answer needs no more.
    String arn =
        operation
            .repeatable("Subscribe", RetryRules.TOPIC, () -> sns().subscribe(request))
            .subscriptionArn();
    Prior prior = new Prior(inputs, PropertyMap.empty());
    PropertyMap outputs =
        Completion.finish(
            operation, arn, inputs, () -> {}, () -> outputs(await(operation, arn, inputs), prior));
    return new CreateResult(arn, outputs);
  }

  @Override
  public Located locate(Operation operation, PropertyMap inputs) {
    Optional<String> found =
        operation
            .ifThere(
                "ListSubscriptionsByTopic",
                () ->
                    sns()
                        .listSubscriptionsByTopicPaginator(
                            list -> list.topicArn(inputs.text("topic").orElseThrow()))
                        .subscriptions()
                        .stream()
                        .filter(each -> isOf(each, inputs))
                        .map(Subscription::subscriptionArn)
                        .toList())
            .flatMap(arns -> arns.stream().findFirst());
    boolean isNamed = found.filter(arn -> !arn.startsWith("arn:")).isEmpty();
    return isNamed ? Located.of(found) : new Located.Unknown(); // SNS hides what is not confirmed
  }

  private static boolean isOf(Subscription subscription, PropertyMap inputs) {
    return inputs.text("protocol").equals(Optional.of(subscription.protocol()))
        && inputs.text("endpoint").equals(Optional.of(subscription.endpoint()));
  }

  @Override
  public Optional<PropertyMap> read(Operation operation, String id, Prior prior) {
    return find(operation, id).map(attributes -> outputs(attributes, prior));
  }

  @Override
  public PropertyMap update(Operation operation, String id, Change change) {
    return Completion.finish(
        operation,
        id,
        change.oldOutputs(),
        () ->
            SubscriptionAttributes.changed(change)
                .forEach((name, value) -> set(operation, id, name, value)),
        () -> outputs(await(operation, id, change.newInputs()), change.prior()));
  }

  @Override
  public void delete(Operation operation, String id, Prior prior) {
    try {
      operation.ifThere(
          "Unsubscribe", () -> sns().unsubscribe(request -> request.subscriptionArn(id)));
    } catch (AwsFailure failure) {
      // Nobody can take back what was never confirmed; SNS drops it after some days.
      if (failure.says("pending confirmation")) {
        return;
      }
      throw failure;
    }
    operation.await(
        "gone",
        Optional.empty(),
        () -> find(operation, id),
        found -> found.isEmpty() ? Optional.of(true) : Optional.empty());
  }

  private void set(Operation operation, String arn, String name, String value) {
    operation.call(
        "SetSubscriptionAttributes",
        RetryRules.TOPIC,
        () ->
            sns()
                .setSubscriptionAttributes(
                    set -> set.subscriptionArn(arn).attributeName(name).attributeValue(value)));
  }

  private Optional<Map<String, String>> find(Operation operation, String arn) {
    return operation
        .ifThere(
            "GetSubscriptionAttributes",
            () -> sns().getSubscriptionAttributes(get -> get.subscriptionArn(arn)))
        .map(GetSubscriptionAttributesResponse::attributes);
  }

  /** What needs nobody to confirm it is confirmed in a moment; for the rest nobody can wait. */
  private Map<String, String> await(Operation operation, String arn, PropertyMap inputs) {
    boolean confirmsItself = confirmsItself(inputs);
    return operation.await(
        "confirmed",
        Optional.empty(),
        () -> find(operation, arn),
        found ->
            found.filter(
                attributes ->
                    !confirmsItself
                        || !SubscriptionAttributes.isTrue(attributes, "PendingConfirmation")));
  }

  private static boolean confirmsItself(PropertyMap inputs) {
    return switch (inputs.text("protocol").orElse("")) {
      case "email", "email-json" -> false;
      case "http", "https" -> inputs.bool("endpointAutoConfirms").orElse(false);
      default -> true;
    };
  }

  private static PropertyMap outputs(Map<String, String> attributes, Prior prior) {
    PropertyMap.Builder outputs =
        PropertyMap.builder()
            .putIfPresent("endpointAutoConfirms", prior.said("endpointAutoConfirms"))
            .putIfPresent(
                "confirmationTimeoutInMinutes", prior.said("confirmationTimeoutInMinutes"));
    SubscriptionAttributes.put(outputs, attributes);
    return outputs.build();
  }

  private SnsClient sns() {
    return session.clients().sns();
  }
}
