/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.local;

import static dev.plinth.local.Accounts.orders;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.CreateEventSourceMappingRequest;
import software.amazon.awssdk.services.lambda.model.CreateEventSourceMappingResponse;
import software.amazon.awssdk.services.lambda.model.InvalidParameterValueException;
import software.amazon.awssdk.services.lambda.model.PolicyLengthExceededException;
import software.amazon.awssdk.services.lambda.model.ProvisionedConcurrencyConfigNotFoundException;
import software.amazon.awssdk.services.lambda.model.ResourceConflictException;
import software.amazon.awssdk.services.lambda.model.ResourceNotFoundException;
import software.amazon.awssdk.services.sqs.SqsClient;

/** What belongs to functions, versions and aliases: it needs them, and goes with them. */
final class FunctionBelongingsTest {
  private static final String QUEUE = "arn:aws:sqs:eu-central-1:123456789012:tasks";

  @TempDir Path folder;
  private LocalAccount account;
  private LambdaClient lambda;

  @BeforeEach
  void open() {
    account = Accounts.open(folder);
    lambda = account.lambda();
    lambda.createFunction(orders().publish(true).build());
    lambda.createAlias(r -> r.functionName("orders").name("live").functionVersion("1"));
  }

  @Test
  void an_alias_is_read_as_the_version_that_it_names() {
    var read = lambda.getFunctionConfiguration(r -> r.functionName("orders:live"));

    assertThat(read.version()).isEqualTo("1");
    assertThat(read.functionArn()).isEqualTo(Accounts.ARN + ":live");
  }

  @Test
  void an_alias_needs_a_version_that_there_is_and_a_name_that_is_free() {
    assertThatThrownBy(
            () ->
                lambda.createAlias(r -> r.functionName("orders").name("next").functionVersion("7")))
        .isInstanceOf(ResourceNotFoundException.class);
    assertThatThrownBy(
            () ->
                lambda.createAlias(r -> r.functionName("orders").name("live").functionVersion("1")))
        .isInstanceOf(ResourceConflictException.class)
        .hasMessageContaining("Alias already exists: " + Accounts.ARN + ":live");
  }

  @Test
  void a_version_that_an_alias_names_cannot_be_deleted() {
    assertThatThrownBy(() -> lambda.deleteFunction(r -> r.functionName("orders").qualifier("1")))
        .isInstanceOf(ResourceConflictException.class)
        .hasMessageContaining("alias live refers to it");
  }

  @Test
  void the_policy_of_an_alias_goes_with_the_alias() {
    lambda.addPermission(
        r ->
            r.functionName("orders")
                .qualifier("live")
                .statementId("all")
                .action("lambda:InvokeFunction")
                .principal("210987654321"));
    assertThat(lambda.getPolicy(r -> r.functionName("orders").qualifier("live")).policy())
        .contains("arn:aws:iam::210987654321:root", Accounts.ARN + ":live");

    lambda.deleteAlias(r -> r.functionName("orders").name("live"));
    lambda.createAlias(r -> r.functionName("orders").name("live").functionVersion("1"));

    assertThatThrownBy(() -> lambda.getPolicy(r -> r.functionName("orders").qualifier("live")))
        .isInstanceOf(ResourceNotFoundException.class);
  }

  @Test
  void a_statement_id_is_used_once() {
    permit("one");

    assertThatThrownBy(() -> permit("one"))
        .isInstanceOf(ResourceConflictException.class)
        .hasMessageContaining("The statement id (one) provided already exists.");
  }

  @Test
  void a_policy_has_a_largest_size() {
    assertThatThrownBy(
            () -> {
              for (int i = 0; i < 200; i++) {
                permit("statement-" + i);
              }
            })
        .isInstanceOf(PolicyLengthExceededException.class);
  }

  @Test
  void everything_goes_with_the_function() {
    permit("one");
    lambda.createFunctionUrlConfig(r -> r.functionName("orders").authType("NONE"));
    lambda.putFunctionEventInvokeConfig(r -> r.functionName("orders").maximumRetryAttempts(0));

    lambda.deleteFunction(r -> r.functionName("orders"));
    lambda.createFunction(orders().build());

    assertThatThrownBy(() -> lambda.getPolicy(r -> r.functionName("orders")))
        .isInstanceOf(ResourceNotFoundException.class);
    assertThatThrownBy(() -> lambda.getFunctionUrlConfig(r -> r.functionName("orders")))
        .isInstanceOf(ResourceNotFoundException.class);
    assertThatThrownBy(() -> lambda.getFunctionEventInvokeConfig(r -> r.functionName("orders")))
        .isInstanceOf(ResourceNotFoundException.class);
    assertThat(lambda.listAliases(r -> r.functionName("orders")).aliases()).isEmpty();
  }

  @Test
  void provisioned_concurrency_is_for_versions_and_aliases_and_within_what_is_reserved() {
    lambda.putFunctionConcurrency(r -> r.functionName("orders").reservedConcurrentExecutions(5));

    assertThatThrownBy(() -> provision("$LATEST", 1)).hasMessageContaining("unpublished");
    assertThatThrownBy(() -> provision("live", 6))
        .hasMessageContaining("should not be greater than the reservedConcurrentExecution");
    provision("live", 5);
    assertThat(
            lambda
                .getProvisionedConcurrencyConfig(r -> r.functionName("orders").qualifier("live"))
                .statusAsString())
        .isEqualTo("READY");
    assertThatThrownBy(
            () ->
                lambda.getProvisionedConcurrencyConfig(
                    r -> r.functionName("orders").qualifier("1")))
        .isInstanceOf(ProvisionedConcurrencyConfigNotFoundException.class);
  }

  @Test
  void a_queue_has_defaults_and_limits_of_its_own() {
    var mapping = map(r -> r.eventSourceArn(QUEUE));

    assertThat(mapping.batchSize()).isEqualTo(10);
    assertThatThrownBy(() -> map(r -> r.eventSourceArn(QUEUE + "-2").batchSize(100)))
        .hasMessageContaining("Maximum batch window in seconds must be greater than 0");
    assertThatThrownBy(
            () -> map(r -> r.eventSourceArn(QUEUE + ".fifo").maximumBatchingWindowInSeconds(5)))
        .hasMessageContaining("not supported for FIFO queues");
    assertThatThrownBy(() -> map(r -> r.eventSourceArn(QUEUE + "-2").maximumRetryAttempts(1)))
        .hasMessageContaining("Unsupported MaximumRetryAttempts parameter");
  }

  @Test
  void a_queue_is_read_once_for_a_function() {
    String uuid = map(r -> r.eventSourceArn(QUEUE)).uuid();

    assertThatThrownBy(() -> map(r -> r.eventSourceArn(QUEUE)))
        .isInstanceOf(ResourceConflictException.class)
        .hasMessageContaining("existing mapping with UUID " + uuid);
    assertThat(account.resources()).contains(mappingArn(uuid));
  }

  @Test
  void a_queue_whose_messages_come_back_before_the_function_ends_is_refused() {
    account
        .client(SqsClient.class)
        .createQueue(
            create ->
                create
                    .queueName(QUEUE.substring(QUEUE.lastIndexOf(':') + 1))
                    .attributesWithStrings(Map.of("VisibilityTimeout", "2")));

    assertThatThrownBy(() -> map(r -> r.eventSourceArn(QUEUE)))
        .isInstanceOf(InvalidParameterValueException.class)
        .hasMessageContaining("Queue visibility timeout: 2 seconds is less than Function timeout");
  }

  @Test
  void a_mapping_outlives_neither_its_deletion_nor_a_second_opening() {
    String uuid = map(r -> r.eventSourceArn(QUEUE).tags(Map.of("team", "shop"))).uuid();
    LambdaClient again = Accounts.open(folder).lambda();

    assertThat(again.listTags(r -> r.resource(mappingArn(uuid))).tags())
        .containsEntry("team", "shop");
    again.deleteEventSourceMapping(r -> r.uuid(uuid));

    assertThatThrownBy(() -> lambda.getEventSourceMapping(r -> r.uuid(uuid)))
        .isInstanceOf(ResourceNotFoundException.class);
  }

  @Test
  void a_strict_account_wants_the_source_and_the_destination_to_exist() {
    LocalAccount strict = Accounts.furnished(folder.resolve("strict"));
    strict.lambda().createFunction(orders().build());

    assertThatThrownBy(
            () ->
                strict
                    .lambda()
                    .createEventSourceMapping(r -> r.functionName("orders").eventSourceArn(QUEUE)))
        .isInstanceOf(InvalidParameterValueException.class);
    assertThatThrownBy(
            () ->
                strict
                    .lambda()
                    .putFunctionEventInvokeConfig(
                        r ->
                            r.functionName("orders")
                                .destinationConfig(d -> d.onFailure(f -> f.destination(QUEUE)))))
        .hasMessageContaining("does not have permissions to call SendMessage on SQS");
  }

  @Test
  void a_layer_that_was_published_needs_no_declaration() {
    LocalAccount strict = Accounts.furnished(folder.resolve("strict"));
    String layer =
        strict
            .lambda()
            .publishLayerVersion(
                r -> r.layerName("shared").content(c -> c.zipFile(Accounts.zip("x"))))
            .layerVersionArn();

    strict.lambda().createFunction(orders().layers(layer).build());

    assertThat(layer).endsWith(":layer:shared:1");
    assertThat(strict.resources()).contains(layer);
  }

  private void permit(String statementId) {
    lambda.addPermission(
        r ->
            r.functionName("orders")
                .statementId(statementId)
                .action("lambda:InvokeFunction")
                .principal("s3.amazonaws.com")
                .sourceArn("arn:aws:s3:::uploads"));
  }

  private void provision(String qualifier, int count) {
    lambda.putProvisionedConcurrencyConfig(
        r -> r.functionName("orders").qualifier(qualifier).provisionedConcurrentExecutions(count));
  }

  private CreateEventSourceMappingResponse map(
      Consumer<CreateEventSourceMappingRequest.Builder> settings) {
    return lambda.createEventSourceMapping(r -> settings.accept(r.functionName("orders")));
  }

  private static String mappingArn(String uuid) {
    return "arn:aws:lambda:eu-central-1:123456789012:event-source-mapping:" + uuid;
  }
}
