/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.sqs;

import static dev.plinth.aws.testing.AwsErrors.refusal;
import static dev.plinth.aws.testing.AwsErrors.timeout;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plinth.aws.testing.Backend;
import dev.plinth.aws.testing.Backends;
import dev.plinth.aws.testing.Calls.Fault;
import dev.plinth.aws.testing.Deployed;
import dev.plinth.aws.testing.Driver;
import dev.plinth.engine.provider.Found;
import dev.plinth.engine.value.PropertyMap;
import dev.plinth.engine.value.PropertyValue;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/**
 * What happens to queues, and to their policies as resources, beyond what the contract says of
 * every type.
 */
final class QueueLifeTest {
  private static final String QUEUE = "aws:sqs/queue:Queue";
  private static final String POLICY = "aws:sqs/queuePolicy:QueuePolicy";
  private static final String REDRIVE = "aws:sqs/redrivePolicy:RedrivePolicy";
  private static final PropertyMap ORDERS = PropertyMap.builder().put("name", "orders").build();

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
  void a_name_is_waited_for_until_sqs_has_forgotten_the_queue_that_had_it() {
    aws.calls()
        .refuse(
            "createQueue",
            refusal(
                400,
                "AWS.SimpleQueueService.QueueDeletedRecently",
                "You must wait 60 seconds after deleting a queue before you can create another"
                    + " with the same name."),
            8);

    assertThat(driver.create(QUEUE, ORDERS).id()).endsWith("/orders");
  }

  @Test
  void a_name_that_stays_taken_is_not_waited_for_longer_than_sqs_takes() {
    aws.calls()
        .refuse(
            "createQueue",
            refusal(400, "AWS.SimpleQueueService.QueueDeletedRecently", "You must wait 60 seconds"),
            1000);

    assertThatThrownBy(() -> driver.create(QUEUE, ORDERS)).hasMessageContaining("60 seconds");
    assertThat(aws.time().passed()).isBetween(Duration.ofSeconds(60), Duration.ofSeconds(90));
  }

  @Test
  void a_queue_that_an_attempt_with_a_lost_answer_made_is_taken() {
    aws.calls().spoil("createQueue", new Fault.AnswerLost(timeout()));

    Deployed created = driver.create(QUEUE, ORDERS);

    assertThat(aws.sqs().listQueues().queueUrls()).containsExactly(created.id());
  }

  @Test
  void a_queue_that_is_named_by_a_prefix_only_is_not_found_again_by_its_inputs() {
    Deployed created =
        driver.create(QUEUE, PropertyMap.builder().put("namePrefix", "orders-").build());

    assertThat(driver.find(created)).isInstanceOf(Found.Unknown.class);
  }

  @Test
  void a_queue_of_the_name_with_other_settings_is_not_taken_over() {
    driver.create(QUEUE, ORDERS);
    PropertyMap other = ORDERS.with("delaySeconds", PropertyValue.of(7));

    assertThatThrownBy(() -> driver.create(QUEUE, other))
        .hasMessageContaining("already exists with the same name and a different value");
  }

  @Test
  void settings_that_sqs_spreads_slowly_are_waited_for() {
    Deployed created = driver.create(QUEUE, ORDERS);
    var before =
        aws.behind()
            .sqs()
            .getQueueAttributes(
                get -> get.queueUrl(created.id()).attributeNames(QueueAttributeName.ALL));
    aws.calls().spoil("getQueueAttributes", new Fault.Altered(now -> before));
    aws.calls().spoil("getQueueAttributes", new Fault.Altered(now -> before));

    Deployed updated = driver.update(created, ORDERS.with("delaySeconds", PropertyValue.of(7)));

    assertThat(updated.outputs().integer("delaySeconds")).contains(7);
    assertThat(aws.time().passed()).isPositive();
  }

  @Test
  void a_principal_that_is_not_known_everywhere_yet_is_waited_for() {
    String url = driver.create(QUEUE, ORDERS).id();
    aws.calls()
        .refuse(
            "setQueueAttributes",
            refusal(400, "InvalidAttributeValue", "Invalid value for the parameter Policy."),
            4);

    Deployed policy = driver.create(POLICY, policy(url));

    assertThat(policy.id()).isEqualTo(url);
  }

  @Test
  void a_change_of_tags_sets_nothing_else() {
    Deployed created = driver.create(QUEUE, ORDERS);
    aws.calls().forget();

    driver.update(
        created,
        ORDERS.with("tags", PropertyValue.of(PropertyMap.builder().put("team", "shop").build())));

    assertThat(aws.calls().names()).contains("tagQueue").doesNotContain("setQueueAttributes");
  }

  @Test
  void policies_that_are_resources_of_their_own_are_left_to_them() {
    Deployed queue = driver.create(QUEUE, ORDERS);
    String dead =
        driver
            .create(QUEUE, PropertyMap.builder().put("name", "dead").build())
            .outputs()
            .text("arn")
            .orElseThrow();
    driver.create(POLICY, policy(queue.id()));
    driver.create(
        REDRIVE,
        PropertyMap.builder()
            .put("queueUrl", queue.id())
            .put(
                "redrivePolicy", "{\"deadLetterTargetArn\":\"" + dead + "\",\"maxReceiveCount\":3}")
            .build());

    Deployed refreshed = driver.refresh(queue).orElseThrow();

    assertThat(refreshed.outputs().has("redrivePolicy")).isTrue();
    assertThat(driver.diff(refreshed, ORDERS).hasChanges()).isFalse();
  }

  @Test
  void a_policy_goes_with_its_queue() {
    Deployed queue = driver.create(QUEUE, ORDERS);
    Deployed policy = driver.create(POLICY, policy(queue.id()));
    driver.delete(queue);

    assertThat(driver.refresh(policy)).isEmpty();
    driver.delete(policy);
  }

  @Test
  void names_of_fifo_queues_end_as_sqs_demands() {
    PropertyMap fifo = PropertyMap.builder().put("fifoQueue", true).build();

    assertThat(driver.create(QUEUE, fifo).outputs().text("name").orElseThrow())
        .matches("thing-[0-9a-f]{7}\\.fifo");
    assertThat(
            driver
                .create(QUEUE, fifo.with("namePrefix", PropertyValue.of("orders-")))
                .outputs()
                .text("name")
                .orElseThrow())
        .matches("orders-\\d{18}[0-9a-f]{8}\\.fifo");
  }

  @ParameterizedTest
  @CsvSource({
    "orders, true, name, must end with .fifo",
    "orders.fifo, false, name, Only the name of a FIFO queue",
    "or.ders, false, name, is not allowed in it",
  })
  void a_name_that_sqs_would_refuse_is_refused_before_any_call(
      String name, boolean fifo, String property, String reason) {
    PropertyMap inputs = PropertyMap.builder().put("name", name).put("fifoQueue", fifo).build();

    assertThat(driver.check(QUEUE, PropertyMap.empty(), inputs).failures())
        .singleElement()
        .satisfies(
            failure -> {
              assertThat(failure.property()).isEqualTo(property);
              assertThat(failure.reason()).contains(reason);
            });
  }

  private PropertyMap policy(String url) {
    String arn = aws.surroundings().arn("sqs", "orders");
    return PropertyMap.builder()
        .put("queueUrl", url)
        .put(
            "policy",
            "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Sid\":\"one\",\"Effect\":\"Allow\","
                + "\"Principal\":{\"Service\":\"sns.amazonaws.com\"},"
                + "\"Action\":\"sqs:SendMessage\",\"Resource\":\""
                + arn
                + "\"}]}")
        .build();
  }
}
