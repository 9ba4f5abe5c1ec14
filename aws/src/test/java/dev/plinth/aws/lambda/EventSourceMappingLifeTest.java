/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.lambda;

import static dev.plinth.aws.testing.AwsErrors.invalid;
import static dev.plinth.aws.testing.AwsErrors.timeout;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plinth.aws.testing.Backend;
import dev.plinth.aws.testing.Calls.Fault;
import dev.plinth.aws.testing.Deployed;
import dev.plinth.aws.testing.Driver;
import dev.plinth.aws.testing.FunctionScene;
import dev.plinth.engine.value.PropertyMap;
import dev.plinth.engine.value.PropertyValue;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.lambda.model.CreateEventSourceMappingRequest;

/** How event source mappings are made, changed and deleted. */
final class EventSourceMappingLifeTest {
  private static final String TYPE = "aws:lambda/eventSourceMapping:EventSourceMapping";

  @TempDir Path folder;
  private FunctionScene scene;
  private Backend aws;
  private Driver driver;

  @BeforeEach
  void open() {
    scene = new FunctionScene(folder);
    aws = scene.aws();
    driver = scene.driver();
  }

  @AfterEach
  void close() {
    scene.close();
  }

  @Test
  void a_mapping_is_waited_for_until_it_is_enabled_and_until_it_is_gone() {
    Deployed created = driver.create(TYPE, queue());
    assertThat(created.outputs().text("state")).contains("Enabled");
    assertThat(created.outputs().integer("batchSize")).contains(10);

    driver.delete(created);

    assertThat(driver.refresh(created)).isEmpty();
  }

  @Test
  void a_mapping_that_an_attempt_with_a_lost_answer_made_is_taken() {
    aws.calls().spoil("createEventSourceMapping", new Fault.AnswerLost(timeout()));

    Deployed created = driver.create(TYPE, queue());

    assertThat(aws.lambda().listEventSourceMappings().eventSourceMappings())
        .singleElement()
        .satisfies(mapping -> assertThat(mapping.uuid()).isEqualTo(created.id()));
  }

  @Test
  void a_second_mapping_of_the_same_queue_is_refused() {
    driver.create(TYPE, queue());

    assertThatThrownBy(() -> driver.create(TYPE, queue()))
        .hasMessageContaining("provided mapping already exists");
  }

  @Test
  void a_role_that_has_no_rights_yet_is_waited_for() {
    aws.calls()
        .refuse(
            "createEventSourceMapping",
            invalid("The provided execution role does not have permissions to call ReceiveMessage"),
            4);

    assertThat(driver.create(TYPE, queue()).id()).isNotEmpty();
  }

  @Test
  void what_is_taken_out_of_the_program_is_taken_from_the_mapping() {
    PropertyMap full =
        queue().toBuilder()
            .put("maximumBatchingWindowInSeconds", 5)
            .put("scalingConfig", PropertyMap.builder().put("maximumConcurrency", 4).build())
            .build();
    Deployed created = driver.create(TYPE, full);

    Deployed bare = driver.update(created, queue());

    assertThat(bare.outputs().has("scalingConfig")).isFalse();
    assertThat(bare.outputs().has("maximumBatchingWindowInSeconds")).isFalse();
    assertThat(driver.diff(driver.refresh(bare).orElseThrow(), queue()).hasChanges()).isFalse();
  }

  @Test
  void a_stream_keeps_a_retry_count_of_zero_and_its_destination() {
    PropertyMap inputs =
        PropertyMap.builder()
            .put("functionName", "orders")
            .put("eventSourceArn", aws.surroundings().arn("kinesis", "stream/orders"))
            .put("startingPosition", "AT_TIMESTAMP")
            .put("startingPositionTimestamp", "2026-01-02T04:04:05+01:00")
            .put("maximumRetryAttempts", 0)
            .put("bisectBatchOnFunctionError", true)
            .put("destinationConfig", onFailure("sqs"))
            .build();
    Deployed created = driver.create(TYPE, inputs);

    assertThat(created.outputs().integer("maximumRetryAttempts")).contains(0);
    assertThat(driver.diff(driver.refresh(created).orElseThrow(), inputs).hasChanges()).isFalse();
    PropertyMap without = inputs.without("destinationConfig");
    assertThat(driver.update(created, without).outputs().has("destinationConfig")).isFalse();
  }

  @Test
  void the_brokers_of_a_kafka_are_one_text_for_pulumi_and_a_list_for_aws() {
    PropertyMap endpoints =
        PropertyMap.builder().put("KAFKA_BOOTSTRAP_SERVERS", "a:9092,b:9092").build();
    PropertyMap inputs =
        PropertyMap.builder()
            .put("functionName", "orders")
            .put(
                "selfManagedEventSource", PropertyMap.builder().put("endpoints", endpoints).build())
            .put("topics", PropertyValue.of(List.of(PropertyValue.of("orders"))))
            .put("startingPosition", "LATEST")
            .build();

    Deployed created = driver.create(TYPE, inputs);

    assertThat(
            aws.calls()
                .last(CreateEventSourceMappingRequest.class)
                .selfManagedEventSource()
                .endpointsAsStrings())
        .containsEntry("KAFKA_BOOTSTRAP_SERVERS", List.of("a:9092", "b:9092"));
    assertThat(driver.diff(driver.refresh(created).orElseThrow(), inputs).hasChanges()).isFalse();
  }

  private PropertyMap queue() {
    return PropertyMap.builder()
        .put("functionName", "orders")
        .put("eventSourceArn", aws.surroundings().arn("sqs", "tasks"))
        .build();
  }

  private PropertyMap onFailure(String service) {
    return PropertyMap.builder()
        .put(
            "onFailure",
            PropertyMap.builder()
                .put("destinationArn", aws.surroundings().arn(service, "failed"))
                .build())
        .build();
  }
}
