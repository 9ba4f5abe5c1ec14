/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.lambda;

import static dev.plinth.aws.testing.AwsErrors.invalid;
import static dev.plinth.aws.testing.AwsErrors.refusal;
import static dev.plinth.aws.testing.AwsErrors.timeout;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.plinth.aws.testing.Backend;
import dev.plinth.aws.testing.Calls.Fault;
import dev.plinth.aws.testing.Deployed;
import dev.plinth.aws.testing.Driver;
import dev.plinth.aws.testing.FunctionScene;
import dev.plinth.engine.provider.PartialFailureException;
import dev.plinth.engine.value.PropertyMap;
import dev.plinth.engine.value.PropertyValue;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.lambda.model.GetProvisionedConcurrencyConfigResponse;
import software.amazon.awssdk.services.lambda.model.ResourceNotFoundException;

/**
 * What belongs to functions, versions and aliases: URLs, aliases, event and concurrency settings.
 */
final class QualifiedResourcesTest {
  private static final String ALIAS = "aws:lambda/alias:Alias";
  private static final String URL = "aws:lambda/functionUrl:FunctionUrl";
  private static final String EVENTS =
      "aws:lambda/functionEventInvokeConfig:FunctionEventInvokeConfig";
  private static final String PROVISIONED =
      "aws:lambda/provisionedConcurrencyConfig:ProvisionedConcurrencyConfig";

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
  void a_url_without_authentication_gets_both_statements_that_aws_demands() {
    Deployed url = driver.create(URL, url("NONE"));

    assertThat(policy())
        .contains("FunctionURLAllowPublicAccess", "lambda:FunctionUrlAuthType")
        .contains("FunctionURLAllowInvokeAction", "lambda:InvokedViaFunctionUrl");
    driver.update(url, url("AWS_IAM"));
    assertThatThrownBy(this::policy).isInstanceOf(ResourceNotFoundException.class);
  }

  @Test
  void the_statements_of_a_public_url_go_with_it() {
    driver.delete(driver.create(URL, url("NONE")));

    assertThatThrownBy(this::policy).isInstanceOf(ResourceNotFoundException.class);
  }

  @Test
  void a_url_without_its_statements_is_kept_as_unfinished() {
    aws.calls().refuse("addPermission", refusal(403, "AccessDeniedException", "no"), 1);

    PartialFailureException failure =
        catchThrowableOfType(PartialFailureException.class, () -> driver.create(URL, url("NONE")));

    assertThat(failure.id()).isEqualTo("orders");
    assertThat(failure.outputs().text("functionUrl")).isPresent();
  }

  @Test
  void a_url_that_an_attempt_with_a_lost_answer_made_is_taken() {
    aws.calls().spoil("createFunctionUrlConfig", new Fault.AnswerLost(timeout()));

    Deployed url = driver.create(URL, url("AWS_IAM"));

    assertThat(url.outputs().text("urlId").orElseThrow()).hasSize(32);
    assertThat(url.outputs().text("functionUrl").orElseThrow())
        .startsWith("https://" + url.outputs().text("urlId").orElseThrow() + ".lambda-url.");
  }

  @Test
  void an_alias_has_an_arn_to_invoke_and_takes_no_weights_for_latest() {
    Deployed alias = driver.create(ALIAS, alias("1"));

    assertThat(alias.outputs().text("invokeArn").orElseThrow())
        .endsWith("/functions/" + alias.id() + "/invocations");
    PropertyMap weighted = alias("$LATEST").with("routingConfig", PropertyValue.of(weights("1")));
    assertThatThrownBy(() -> driver.update(alias, weighted)).hasMessageContaining("$LATEST");
  }

  @Test
  void an_alias_that_an_attempt_with_a_lost_answer_made_is_taken() {
    aws.calls().spoil("createAlias", new Fault.AnswerLost(timeout()));

    assertThat(driver.create(ALIAS, alias("1")).id()).endsWith(":function:orders:live");
  }

  @Test
  void an_import_of_an_alias_needs_the_function() {
    assertThatThrownBy(() -> driver.read(ALIAS, "live"))
        .hasMessageContaining("does not name an alias");
  }

  @Test
  void the_events_of_an_alias_have_an_id_of_their_own() {
    driver.create(ALIAS, alias("1"));
    PropertyMap inputs =
        PropertyMap.builder()
            .put("functionName", aws.surroundings().arn("lambda", "function:orders"))
            .put("qualifier", "live")
            .put("maximumRetryAttempts", 0)
            .build();

    Deployed events = driver.create(EVENTS, inputs);

    assertThat(events.id()).endsWith(":function:orders:live");
    assertThat(driver.diff(driver.refresh(events).orElseThrow(), inputs).hasChanges()).isFalse();
    assertThat(driver.read(EVENTS, events.id()).inputs().text("qualifier")).contains("live");
  }

  @Test
  void a_destination_that_the_role_may_not_send_to_yet_is_waited_for() {
    aws.calls()
        .refuse("putFunctionEventInvokeConfig", invalid("The destination ARN is invalid"), 3);

    assertThat(driver.create(EVENTS, PropertyMap.builder().put("functionName", "orders").build()))
        .isNotNull();
  }

  @Test
  void provisioned_concurrency_is_waited_for_until_it_is_ready() {
    Deployed provisioned = driver.create(PROVISIONED, provisioned());

    assertThat(aws.calls().names())
        .startsWith("putProvisionedConcurrencyConfig", "getProvisionedConcurrencyConfig");
    assertThat(aws.time().passed()).isGreaterThanOrEqualTo(Duration.ofSeconds(3));
    assertThat(provisioned.id()).isEqualTo("orders,1");
  }

  @Test
  void provisioned_concurrency_that_cannot_be_allocated_is_kept_as_unfinished() {
    aws.calls()
        .spoil(
            "getProvisionedConcurrencyConfig",
            new Fault.Altered(
                answer ->
                    ((GetProvisionedConcurrencyConfigResponse) answer)
                        .toBuilder().status("FAILED").statusReason("FUNCTION_ERROR").build()));

    assertThatThrownBy(() -> driver.create(PROVISIONED, provisioned()))
        .isInstanceOf(PartialFailureException.class)
        .hasMessageContaining("FUNCTION_ERROR");
  }

  private String policy() {
    return aws.behind().lambda().getPolicy(request -> request.functionName("orders")).policy();
  }

  private static PropertyMap url(String authorization) {
    return PropertyMap.builder()
        .put("functionName", "orders")
        .put("authorizationType", authorization)
        .build();
  }

  private static PropertyMap alias(String version) {
    return PropertyMap.builder()
        .put("functionName", "orders")
        .put("name", "live")
        .put("functionVersion", version)
        .build();
  }

  private static PropertyMap weights(String version) {
    return PropertyMap.builder()
        .put("additionalVersionWeights", PropertyMap.builder().put(version, 0.1).build())
        .build();
  }

  private static PropertyMap provisioned() {
    return PropertyMap.builder()
        .put("functionName", "orders")
        .put("qualifier", "1")
        .put("provisionedConcurrentExecutions", 1)
        .build();
  }
}
