/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.sns;

import static dev.plinth.aws.testing.AwsErrors.refusal;
import static dev.plinth.aws.testing.AwsErrors.timeout;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.plinth.aws.testing.Backend;
import dev.plinth.aws.testing.Backends;
import dev.plinth.aws.testing.Calls.Fault;
import dev.plinth.aws.testing.Deployed;
import dev.plinth.aws.testing.Driver;
import dev.plinth.engine.provider.Found;
import dev.plinth.engine.provider.PartialFailureException;
import dev.plinth.engine.value.PropertyMap;
import dev.plinth.engine.value.PropertyValue;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.sns.model.GetSubscriptionAttributesResponse;
import software.amazon.awssdk.services.sns.model.SetSubscriptionAttributesRequest;

/**
 * What happens to topics, their policies and subscriptions beyond what the contract says of every
 * type.
 */
final class TopicLifeTest {
  private static final String TOPIC = "aws:sns/topic:Topic";
  private static final String POLICY = "aws:sns/topicPolicy:TopicPolicy";
  private static final String SUBSCRIPTION = "aws:sns/topicSubscription:TopicSubscription";
  private static final PropertyMap ALERTS = PropertyMap.builder().put("name", "alerts").build();

  @TempDir Path folder;
  private Backend aws;
  private Driver driver;

  @BeforeEach
  void open() {
    aws = Backends.localAccount(folder);
    driver = new Driver(aws, folder);
  }

  @AfterEach
  void close() {
    driver.close();
  }

  @Test
  void a_topic_that_an_attempt_with_a_lost_answer_made_is_taken() {
    aws.calls().spoil("createTopic", new Fault.AnswerLost(timeout()));

    Deployed created = driver.create(TOPIC, ALERTS);

    assertThat(aws.sns().listTopics().topics())
        .singleElement()
        .satisfies(topic -> assertThat(topic.topicArn()).isEqualTo(created.id()));
  }

  @Test
  void a_topic_of_which_not_all_was_set_is_kept_with_the_reason() {
    aws.calls()
        .refuse(
            "setTopicAttributes",
            refusal(400, "InvalidParameter", "Invalid parameter: DisplayName"),
            1);

    assertThatExceptionOfType(PartialFailureException.class)
        .isThrownBy(
            () -> driver.create(TOPIC, ALERTS.with("displayName", PropertyValue.of("Our alerts"))))
        .satisfies(
            failure -> {
              assertThat(failure.id()).endsWith(":alerts");
              assertThat(failure.reasons()).singleElement().asString().contains("DisplayName");
            });
  }

  @Test
  void a_principal_that_is_not_known_everywhere_yet_is_waited_for() {
    Deployed topic = driver.create(TOPIC, ALERTS);
    aws.calls()
        .refuse(
            "setTopicAttributes",
            refusal(
                400, "InvalidParameter", "Invalid parameter: Policy statement: PrincipalNotFound"),
            4);

    assertThat(driver.create(POLICY, policy(topic.id())).id()).isEqualTo(topic.id());
  }

  @Test
  void a_topic_that_loses_its_policy_has_the_one_that_it_began_with() {
    Deployed topic = driver.create(TOPIC, ALERTS);
    Deployed policy = driver.create(POLICY, policy(topic.id()));
    assertThat(driver.diff(driver.refresh(topic).orElseThrow(), ALERTS).hasChanges()).isFalse();

    driver.delete(policy);

    assertThat(driver.refresh(policy)).isEmpty();
    assertThat(driver.refresh(topic).orElseThrow().outputs().text("policy").orElseThrow())
        .contains("__default_statement_ID");
  }

  @Test
  void a_policy_goes_with_its_topic() {
    Deployed topic = driver.create(TOPIC, ALERTS);
    Deployed policy = driver.create(POLICY, policy(topic.id()));
    driver.delete(topic);

    assertThat(driver.refresh(policy)).isEmpty();
    driver.delete(policy);
  }

  @Test
  void a_change_of_tags_sets_nothing_else() {
    Deployed created = driver.create(TOPIC, ALERTS);
    aws.calls().forget();

    driver.update(
        created,
        ALERTS.with("tags", PropertyValue.of(PropertyMap.builder().put("team", "shop").build())));

    assertThat(aws.calls().names()).contains("tagResource").doesNotContain("setTopicAttributes");
  }

  @Test
  void a_subscription_that_an_attempt_with_a_lost_answer_made_is_taken() {
    Deployed topic = driver.create(TOPIC, ALERTS);
    aws.calls().spoil("subscribe", new Fault.AnswerLost(timeout()));

    Deployed created = driver.create(SUBSCRIPTION, toQueue(topic.id()));

    assertThat(
            aws.sns().listSubscriptionsByTopic(list -> list.topicArn(topic.id())).subscriptions())
        .singleElement()
        .satisfies(each -> assertThat(each.subscriptionArn()).isEqualTo(created.id()));
  }

  @Test
  void a_subscription_that_somebody_has_to_confirm_is_not_waited_for() {
    Deployed topic = driver.create(TOPIC, ALERTS);

    Deployed created = driver.create(SUBSCRIPTION, to(topic.id(), "email", "ops@example.com"));

    assertThat(created.outputs().bool("pendingConfirmation")).contains(true);
    assertThat(aws.time().passed()).isZero();
  }

  @Test
  void a_subscription_that_nobody_confirmed_yet_has_no_arn_to_be_found_by() {
    Deployed topic = driver.create(TOPIC, ALERTS);
    Deployed created = driver.create(SUBSCRIPTION, to(topic.id(), "email", "ops@example.com"));

    assertThat(driver.find(created)).isInstanceOf(Found.Unknown.class);
  }

  @Test
  void a_subscription_that_was_never_confirmed_is_let_go_of() {
    Deployed topic = driver.create(TOPIC, ALERTS);
    Deployed created = driver.create(SUBSCRIPTION, to(topic.id(), "email", "ops@example.com"));

    driver.delete(created);

    assertThat(aws.calls().names()).endsWith("unsubscribe");
  }

  @Test
  void an_endpoint_that_confirms_by_itself_is_waited_for() {
    Deployed topic = driver.create(TOPIC, ALERTS);
    PropertyMap inputs =
        to(topic.id(), "https", "https://example.com/alerts")
            .with("endpointAutoConfirms", PropertyValue.of(true));
    aws.calls().spoil("getSubscriptionAttributes", pending("true"), pending("true"));
    aws.calls().spoil("getSubscriptionAttributes", pending("false"));

    Deployed created = driver.create(SUBSCRIPTION, inputs);

    assertThat(created.outputs().bool("pendingConfirmation")).contains(false);
    assertThat(aws.time().passed()).isPositive();
  }

  @Test
  void a_filter_on_bodies_is_set_once_its_scope_is_and_taken_back_before_it() {
    Deployed topic = driver.create(TOPIC, ALERTS);
    Deployed created = driver.create(SUBSCRIPTION, toQueue(topic.id()));
    PropertyMap filtered =
        toQueue(topic.id()).toBuilder()
            .put("filterPolicyScope", "MessageBody")
            .put("filterPolicy", "{\"order\":{\"kind\":[\"new\"]}}")
            .build();

    aws.calls().forget();
    Deployed updated = driver.update(created, filtered);
    assertThat(attributesSet()).containsExactly("FilterPolicyScope", "FilterPolicy");

    aws.calls().forget();
    driver.update(
        updated,
        filtered
            .with("filterPolicyScope", PropertyValue.of("MessageAttributes"))
            .with("filterPolicy", PropertyValue.of("{\"kind\":[\"new\"]}")));
    assertThat(attributesSet()).containsExactly("FilterPolicy", "FilterPolicyScope");
  }

  private List<String> attributesSet() {
    return aws.calls().requests().stream()
        .filter(SetSubscriptionAttributesRequest.class::isInstance)
        .map(request -> ((SetSubscriptionAttributesRequest) request).attributeName())
        .toList();
  }

  private static Fault pending(String pending) {
    return new Fault.Altered(
        answer -> {
          GetSubscriptionAttributesResponse actual = (GetSubscriptionAttributesResponse) answer;
          Map<String, String> attributes = new HashMap<>(actual.attributes());
          attributes.put("PendingConfirmation", pending);
          return actual.copy(builder -> builder.attributes(attributes));
        });
  }

  private PropertyMap toQueue(String topic) {
    return to(topic, "sqs", aws.surroundings().arn("sqs", "orders"));
  }

  private static PropertyMap to(String topic, String protocol, String endpoint) {
    return PropertyMap.builder()
        .put("topic", topic)
        .put("protocol", protocol)
        .put("endpoint", endpoint)
        .build();
  }

  private static PropertyMap policy(String topic) {
    return PropertyMap.builder()
        .put("arn", topic)
        .put(
            "policy",
            "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Sid\":\"one\",\"Effect\":\"Allow\","
                + "\"Principal\":{\"Service\":\"events.amazonaws.com\"},"
                + "\"Action\":\"sns:Publish\",\"Resource\":\""
                + topic
                + "\"}]}")
        .build();
  }
}
