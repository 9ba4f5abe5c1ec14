/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.apigatewayv2;

import static dev.plinth.aws.client.AwsService.API_GATEWAY_V2;
import static dev.plinth.aws.testing.AwsErrors.fault;
import static dev.plinth.aws.testing.AwsErrors.refusal;
import static dev.plinth.aws.testing.AwsErrors.timeout;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plinth.aws.testing.Backend;
import dev.plinth.aws.testing.Backends;
import dev.plinth.aws.testing.Calls.Fault;
import dev.plinth.aws.testing.Deployed;
import dev.plinth.aws.testing.Driver;
import dev.plinth.engine.value.PropertyMap;
import dev.plinth.engine.value.PropertyValue;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How APIs and their parts are made and changed. */
final class GatewayLifeTest {
  private static final String API = "aws:apigatewayv2/api:Api";
  private static final String INTEGRATION = "aws:apigatewayv2/integration:Integration";
  private static final String ROUTE = "aws:apigatewayv2/route:Route";
  private static final String STAGE = "aws:apigatewayv2/stage:Stage";

  @TempDir Path folder;
  private Backend aws;
  private Driver driver;
  private String api = "";

  @BeforeEach
  void open() {
    aws = Backends.localAccount(folder);
    driver = new Driver(aws, folder);
    api = driver.create(API, api()).id();
    aws.calls().forget();
  }

  @AfterEach
  void close() {
    driver.close();
  }

  @Test
  void an_api_has_the_arns_that_permissions_and_tags_need() {
    PropertyMap outputs = driver.read(API, api).outputs();

    assertThat(outputs.text("arn")).contains("arn:aws:apigateway:eu-central-1::/apis/" + api);
    assertThat(outputs.text("executionArn"))
        .contains("arn:aws:execute-api:eu-central-1:123456789012:" + api);
  }

  @Test
  void cors_that_is_taken_out_of_the_program_goes_by_a_call_of_its_own() {
    PropertyMap open =
        api()
            .with("corsConfiguration", PropertyValue.of(PropertyMap.of("allowOrigins", origins())));
    Deployed created = driver.create(API, open);
    aws.calls().forget();

    Deployed closed = driver.update(created, api());

    assertThat(aws.calls().names()).contains("deleteCorsConfiguration").doesNotContain("updateApi");
    assertThat(closed.outputs().has("corsConfiguration")).isFalse();
  }

  @Test
  void an_api_whose_creation_got_no_answer_is_found_among_others_of_its_name() {
    aws.calls().spoil("createApi", new Fault.AnswerLost(timeout()));

    String made = driver.create(API, api()).id();

    assertThat(made).isNotEqualTo(api);
    assertThat(aws.behind().of(API_GATEWAY_V2).getApis(all -> {}).items())
        .extracting(each -> each.apiId())
        .containsExactlyInAnyOrder(api, made);
    assertThat(aws.calls().names()).containsOnlyOnce("createApi");
  }

  @Test
  void an_integration_is_made_again_only_when_none_came_of_the_call_without_an_answer() {
    String twin = driver.create(INTEGRATION, integration()).id();
    aws.calls().forget();
    aws.calls().spoil("createIntegration", new Fault.AnswerLost(timeout()));

    String made = driver.create(INTEGRATION, integration()).id();
    assertThat(aws.calls().names()).containsOnlyOnce("createIntegration");

    aws.calls().forget();
    aws.calls().refuse("createIntegration", fault(), 1);
    String again = driver.create(INTEGRATION, integration()).id();

    assertThat(aws.behind().of(API_GATEWAY_V2).getIntegrations(all -> all.apiId(api)).items())
        .extracting(each -> each.integrationId())
        .containsExactlyInAnyOrder(twin, made, again);
  }

  @Test
  void what_an_api_had_before_is_never_taken_for_what_was_made() {
    String twin =
        aws.behind()
            .of(API_GATEWAY_V2)
            .createIntegration(
                create ->
                    create
                        .apiId(api)
                        .integrationType("HTTP_PROXY")
                        .integrationMethod("GET")
                        .integrationUri("https://shop.example"))
            .integrationId();
    aws.calls().refuse("createIntegration", fault(), 1);

    assertThat(driver.create(INTEGRATION, integration()).id()).isNotEqualTo(twin);
  }

  @Test
  void a_route_whose_creation_got_no_answer_is_taken() {
    aws.calls().spoil("createRoute", new Fault.AnswerLost(timeout()));

    assertThat(driver.create(ROUTE, route("GET /orders")).id()).isNotEmpty();
    assertThat(aws.calls().names()).containsOnlyOnce("createRoute");
  }

  @Test
  void responses_are_a_list_for_pulumi_and_a_map_for_aws() {
    PropertyMap inputs =
        integration()
            .with(
                "responseParameters",
                PropertyValue.of(List.of(PropertyValue.of(response("403", "overwrite:header.a")))));
    Deployed created = driver.create(INTEGRATION, inputs);

    assertThat(driver.diff(driver.refresh(created).orElseThrow(), inputs).hasChanges()).isFalse();
    Deployed bare = driver.update(created, integration());
    assertThat(bare.outputs().has("responseParameters")).isFalse();
  }

  @Test
  void a_parameter_that_is_taken_out_of_an_integration_is_taken_away() {
    PropertyMap both =
        integration()
            .with(
                "requestParameters",
                PropertyValue.of(
                    PropertyMap.builder()
                        .put("overwrite:header.a", "1")
                        .put("overwrite:header.b", "2")
                        .build()));
    Deployed created = driver.create(INTEGRATION, both);
    PropertyMap one =
        integration()
            .with(
                "requestParameters",
                PropertyValue.of(PropertyMap.builder().put("overwrite:header.a", "1").build()));

    assertThat(driver.update(created, one).outputs().textMap("requestParameters").orElseThrow())
        .containsOnlyKeys("overwrite:header.a");
  }

  @Test
  void a_route_is_waited_for_while_its_api_is_changing() {
    aws.calls().refuse("createRoute", refusal(409, "ConflictException", "Try again later"), 2);

    assertThat(driver.create(ROUTE, route("$default")).id()).isNotEmpty();
  }

  @Test
  void a_route_key_that_is_taken_is_an_error_at_once() {
    driver.create(ROUTE, route("GET /orders"));

    assertThatThrownBy(() -> driver.create(ROUTE, route("GET /orders")))
        .hasMessageContaining("already exists for this API");
  }

  @Test
  void the_default_stage_has_the_urls_of_the_api_itself() {
    String url = driver.create(STAGE, stage("$default")).outputs().text("invokeUrl").orElseThrow();

    assertThat(url).isEqualTo("https://" + api + ".execute-api.eu-central-1.amazonaws.com/");
    assertThat(driver.create(STAGE, stage("prod")).outputs().text("invokeUrl"))
        .contains(url + "prod");
  }

  @Test
  void a_stage_that_an_attempt_with_a_lost_answer_made_is_taken() {
    aws.calls().spoil("createStage", new Fault.AnswerLost(timeout()));

    assertThat(driver.create(STAGE, stage("prod")).id()).isEqualTo("prod");
  }

  @Test
  void an_import_without_the_api_says_what_is_missing() {
    assertThatThrownBy(() -> driver.read(STAGE, "prod"))
        .hasMessageContaining("does not say which API");
  }

  private static PropertyMap api() {
    return PropertyMap.builder().put("name", "shop").put("protocolType", "HTTP").build();
  }

  private static PropertyValue origins() {
    return PropertyValue.of(List.of(PropertyValue.of("https://shop.example")));
  }

  private PropertyMap integration() {
    return PropertyMap.builder()
        .put("apiId", api)
        .put("integrationType", "HTTP_PROXY")
        .put("integrationMethod", "GET")
        .put("integrationUri", "https://shop.example")
        .build();
  }

  private static PropertyMap response(String status, String parameter) {
    return PropertyMap.builder()
        .put("statusCode", status)
        .put("mappings", PropertyMap.builder().put(parameter, "$context.requestId").build())
        .build();
  }

  private PropertyMap route(String key) {
    return PropertyMap.builder().put("apiId", api).put("routeKey", key).build();
  }

  private PropertyMap stage(String name) {
    return PropertyMap.builder().put("apiId", api).put("name", name).build();
  }
}
