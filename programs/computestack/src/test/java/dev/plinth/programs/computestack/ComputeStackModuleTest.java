/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.programs.computestack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.InstanceOfAssertFactories.map;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What the smallest stacks come to, one test for each thing that a stack is made of. */
class ComputeStackModuleTest {
  private static final MockedStack DEV = MockedStack.dev();
  private static final MockedStack PROD = MockedStack.prod();
  private static final MockedStack ON_OTHERS =
      MockedStack.prod(
          "deploy_domain: shop.example.com",
          "network: {private_subnets: [subnet-1a, subnet-1b]}",
          "security:",
          "  function_security_groups: [sg-1]",
          "  kms_key_arn: arn:aws:kms:eu-west-1:123456789012:key/k1",
          "storage: {upload_bucket: uploads, processed_bucket: processed}",
          "database:",
          "  endpoint: db.example.com",
          "  client_security_group: sg-2",
          "  secret_arn: arn:aws:secretsmanager:eu-west-1:123456789012:secret:db-1",
          "secrets:",
          "  jwt_secret_arn: arn:aws:secretsmanager:eu-west-1:123456789012:secret:jwt-1");

  @Test
  void functions_have_the_size_of_their_role_and_the_timeouts_of_production() {
    assertThat(
            PROD.all("Function").stream()
                .collect(
                    Collectors.toMap(
                        MockedStack.Registered::name,
                        function ->
                            List.of(
                                function.inputs().get("memorySize"),
                                function.inputs().get("timeout")))))
        .containsOnly(
            entry("api_processor", List.of(512.0, 30.0)),
            entry("data_processor", List.of(1024.0, 300.0)),
            entry("file_processor", List.of(2048.0, 300.0)),
            entry("scheduler", List.of(512.0, 600.0)),
            entry("notification_handler", List.of(256.0, 60.0)),
            entry("auth_handler", List.of(256.0, 30.0)));
  }

  @Test
  void profiles_set_timeouts_logs_and_concurrency() {
    assertThat(DEV.one("Function", "api_processor")).containsEntry("timeout", 60.0);
    assertThat(DEV.text("Function", "api_processor", "loggingConfig"))
        .contains("applicationLogLevel=DEBUG");
    assertThat(DEV.text("EventSourceMapping", "data_processor-task", "scalingConfig"))
        .contains("maximumConcurrency=2");
    assertThat(PROD.one("Function", "api_processor"))
        .containsEntry("reservedConcurrentExecutions", 200.0)
        .containsEntry("publish", true);
    assertThat(DEV.one("Function", "api_processor"))
        .doesNotContainKeys("reservedConcurrentExecutions", "publish");
  }

  @Test
  void layers_are_published_or_taken_and_keep_their_order() {
    MockedStack stack =
        MockedStack.dev(
            "functions: {api_processor: {layers: [own, theirs]}}",
            "layers:",
            "  - {name: theirs, arn: 'arn:aws:lambda:eu-west-1:123456789012:layer:theirs:7'}",
            "  - {name: own, local_path: src/test}");

    assertThat(stack.one("Function", "api_processor"))
        .containsEntry(
            "layers",
            List.of(
                "arn:of:LayerVersion:own", "arn:aws:lambda:eu-west-1:123456789012:layer:theirs:7"));
  }

  @Test
  void a_function_url_has_cors_for_the_deploy_domain_and_is_for_callers_of_aws() {
    assertThat(ON_OTHERS.text("FunctionUrl", "api_processor", "cors"))
        .contains("https://shop.example.com");
    assertThat(DEV.one("FunctionUrl", "api_processor"))
        .containsEntry("authorizationType", "AWS_IAM");
    assertThat(PROD.one("FunctionUrl", "api_processor")).doesNotContainKey("cors");
  }

  @Test
  void a_public_url_lets_nobody_invoke_the_function_but_through_the_url() {
    MockedStack stack =
        MockedStack.dev(
            "functions:",
            "  api_processor: {url: {auth_type: NONE}}",
            "  scheduler: {url: {invokers: ['210987654321']}}");

    assertThat(stack.one("Permission", "api_processor-public-url"))
        .containsEntry("action", "lambda:InvokeFunctionUrl")
        .containsEntry("functionUrlAuthType", "NONE");
    assertThat(stack.all("Permission"))
        .filteredOn(permission -> "*".equals(permission.inputs().get("principal")))
        .extracting(permission -> permission.inputs().get("action"))
        .containsExactly("lambda:InvokeFunctionUrl");
    assertThat(stack.one("Permission", "scheduler-invoker0-invoke"))
        .containsEntry("action", "lambda:InvokeFunction")
        .containsEntry("principal", "210987654321");
  }

  @Test
  void an_http_api_is_on_in_production_with_authorizer_throttling_and_access_log() {
    assertThat(DEV.all("Api")).isEmpty();
    assertThat(PROD.one("Authorizer", "api"))
        .containsEntry("authorizerUri", "invoke:auth_handler")
        .containsEntry("enableSimpleResponses", true);
    assertThat(PROD.one("Route", "api-ANY/{+}"))
        .containsEntry("routeKey", "ANY /{proxy+}")
        .containsEntry("authorizationType", "CUSTOM");
    assertThat(PROD.one("Route", "api-OPTIONS/{+}"))
        .containsEntry("routeKey", "OPTIONS /{proxy+}")
        .containsEntry("authorizationType", "NONE");
    assertThat(PROD.names("Route")).hasSize(2);
    assertThat(PROD.text("Stage", "api", "defaultRouteSettings"))
        .contains("throttlingRateLimit=1000");
    assertThat(PROD.text("Stage", "api", "accessLogSettings")).contains("arn:of:LogGroup:api");
    assertThat(PROD.names("Permission")).contains("api_processor-api", "auth_handler-api");
    assertThat(MockedStack.dev("http_api: {enabled: true}").all("Api")).hasSize(1);
  }

  @Test
  void routes_lead_to_any_function_by_one_integration_and_one_permission_for_each() {
    MockedStack stack =
        MockedStack.dev(
            "http_api: {enabled: true}",
            "further_functions:",
            "  - name: reader",
            "    code: {image_uri: '123456789012.dkr.ecr.eu-west-1.amazonaws.com/reader:1'}",
            "    routes:",
            "      - {method: GET, path: '/orders/{id}'}",
            "      - {path: /reports, authorization: AWS_IAM}",
            "      - {method: POST, path: /hooks, authorization: NONE}");

    assertThat(stack.one("Route", "api-GET/orders/{}"))
        .containsEntry("routeKey", "GET /orders/{id}")
        .containsEntry("target", "integrations/reader-id")
        .containsEntry("authorizationType", "CUSTOM")
        .containsEntry("authorizerId", "api-id");
    assertThat(stack.one("Route", "api-ANY/reports"))
        .containsEntry("authorizationType", "AWS_IAM")
        .doesNotContainKey("authorizerId");
    assertThat(stack.one("Route", "api-POST/hooks")).containsEntry("authorizationType", "NONE");
    assertThat(stack.one("Route", "api-ANY/{+}"))
        .containsEntry("target", "integrations/api_processor-id");
    assertThat(stack.names("Integration")).containsExactly("api_processor", "reader");
    assertThat(stack.one("Integration", "reader"))
        .containsEntry("integrationUri", "invoke:reader")
        .containsEntry("timeoutMilliseconds", 30_000.0);
    assertThat(stack.one("Permission", "reader-api"))
        .containsEntry("principal", "apigateway.amazonaws.com")
        .containsEntry("sourceArn", "execution:api/*/*");
    assertThat(stack.one("Function", "reader")).containsEntry("timeout", 30.0);
  }

  @Test
  void a_preflight_request_needs_no_credentials_where_any_other_does() {
    MockedStack stack =
        MockedStack.dev(
            "http_api: {enabled: true}",
            "functions:",
            "  api_processor:",
            "    routes:",
            "      - {path: '/orders/{id}'}",
            "      - {path: /open, authorization: NONE}",
            "      - {path: /own}",
            "      - {path: /own, method: OPTIONS, authorization: AWS_IAM}",
            "      - {path: /read, method: GET}");

    assertThat(stack.names("Route"))
        .containsExactly(
            "api-ANY/open",
            "api-ANY/orders/{}",
            "api-ANY/own",
            "api-GET/read",
            "api-OPTIONS/orders/{}",
            "api-OPTIONS/own");
    assertThat(stack.one("Route", "api-OPTIONS/orders/{}"))
        .containsEntry("routeKey", "OPTIONS /orders/{id}")
        .containsEntry("authorizationType", "NONE");
    assertThat(stack.one("Route", "api-OPTIONS/own")).containsEntry("authorizationType", "AWS_IAM");
  }

  @Test
  void an_http_api_works_without_the_api_processor_and_without_the_auth_handler() {
    MockedStack stack =
        MockedStack.prod(
            "functions:",
            "  api_processor: {enabled: false}",
            "  auth_handler: {enabled: false}",
            "  notification_handler: {timeout_seconds: 10, routes: [{path: /notify}]}");

    assertThat(stack.all("Api")).hasSize(1);
    assertThat(stack.all("Authorizer")).isEmpty();
    assertThat(stack.one("Route", "api-ANY/notify")).containsEntry("authorizationType", "AWS_IAM");
    assertThat(stack.one("Integration", "notification_handler"))
        .containsEntry("timeoutMilliseconds", 10_000.0);
    assertThat(stack.exports()).containsKey("httpApiUrl");
    assertThat(MockedStack.prod("functions: {api_processor: {enabled: false}}").all("Api"))
        .isEmpty();
  }

  @Test
  void an_authorizer_that_no_route_asks_is_not_made_and_else_keeps_answers_for_each_route() {
    MockedStack stack =
        MockedStack.prod(
            "functions: {api_processor: {routes: [{path: /a, authorization: AWS_IAM}]}}");

    assertThat(stack.all("Authorizer")).isEmpty();
    assertThat(stack.names("Permission"))
        .contains("api_processor-api")
        .doesNotContain("auth_handler-api");
    assertThat(PROD.one("Authorizer", "api"))
        .containsEntry(
            "identitySources", List.of("$request.header.Authorization", "$context.routeKey"));
  }

  @Test
  void queues_are_encrypted_polled_long_and_visible_after_six_timeouts_and_the_window() {
    assertThat(PROD.one("Queue", "task"))
        .containsEntry("visibilityTimeoutSeconds", 1805.0)
        .containsEntry("receiveWaitTimeSeconds", 20.0)
        .containsEntry("sqsManagedSseEnabled", true);
    assertThat(PROD.text("RedrivePolicy", "task", "redrivePolicy"))
        .isEqualTo("{\"deadLetterTargetArn\":\"arn:of:Queue:task-dlq\",\"maxReceiveCount\":5}");
    assertThat(PROD.text("RedriveAllowPolicy", "task-dlq", "redriveAllowPolicy"))
        .contains("byQueue", "arn:of:Queue:task");
    assertThat((Double) PROD.one("Queue", "task-dlq").get("messageRetentionSeconds"))
        .isGreaterThan((Double) PROD.one("Queue", "task").get("messageRetentionSeconds"));
    assertThat(ON_OTHERS.one("Queue", "task"))
        .containsEntry("kmsMasterKeyId", "arn:aws:kms:eu-west-1:123456789012:key/k1")
        .doesNotContainKey("sqsManagedSseEnabled");
  }

  @Test
  void the_topic_fans_out_by_priority_with_a_dead_letter_queue_for_each_subscription() {
    assertThat(DEV.one("Topic", "notifications")).containsEntry("kmsMasterKeyId", "alias/aws/sns");
    assertThat(DEV.text("TopicSubscription", "notification_handler", "filterPolicy"))
        .isEqualTo("{\"priority\":[\"high\"]}");
    assertThat(DEV.text("TopicSubscription", "notification", "filterPolicy"))
        .contains("anything-but", "exists");
    assertThat(DEV.text("TopicSubscription", "notification", "redrivePolicy"))
        .contains("arn:of:Queue:topic-notification-dlq");
    assertThat(DEV.text("QueuePolicy", "notification", "policy"))
        .contains("sns.amazonaws.com", "arn:aws:sns:eu-west-1:123456789012:shop-dev-notifications");
    assertThat(DEV.names("Permission")).contains("notification_handler-topic");
  }

  @Test
  void all_notifications_go_to_the_one_subscription_where_the_other_is_off() {
    for (String lines :
        List.of(
            "functions: {notification_handler: {topic: {enabled: false}}}",
            "functions: {notification_handler: {enabled: false}}")) {
      assertThat(MockedStack.dev(lines).one("TopicSubscription", "notification"))
          .doesNotContainKey("filterPolicy");
    }
    assertThat(
            MockedStack.dev("queues: {notification: {enabled: false}}")
                .one("TopicSubscription", "notification_handler"))
        .doesNotContainKey("filterPolicy");
  }

  @Test
  void schedules_have_a_time_zone_retries_a_dead_letter_queue_and_a_role() {
    Map<String, Object> schedule = DEV.one("Schedule", "hourly");

    assertThat(schedule)
        .containsEntry("scheduleExpression", "rate(1 hour)")
        .containsEntry("scheduleExpressionTimezone", "UTC");
    assertThat(schedule.get("target").toString())
        .contains("retryPolicy", "arn:of:Queue:schedules-dlq", "arn:of:Role:schedules");
    assertThat(DEV.text("RolePolicy", "schedules", "policy"))
        .contains("function:shop-dev-scheduler\"")
        .doesNotContain("*");
  }

  @Test
  void events_go_to_their_targets_transformed_with_retries_and_a_dead_letter_queue() {
    Map<String, Object> target = DEV.one("EventTarget", "work_requested-queue-task");

    assertThat(target).containsEntry("arn", "arn:of:Queue:task");
    assertThat(target.get("inputTransformer").toString()).contains("<detail>");
    assertThat(target.get("deadLetterConfig").toString()).contains("arn:of:Queue:events-dlq");
    assertThat(DEV.text("QueuePolicy", "task", "policy"))
        .contains("rule/shop-dev-events/shop-dev-work-requested");
    assertThat(DEV.one("EventRule", "work_requested"))
        .containsEntry("eventBusName", "shop-dev-events");
  }

  @Test
  void a_rule_that_invokes_a_function_has_its_permission() {
    MockedStack stack =
        MockedStack.dev(
            "events:",
            "  rules:",
            "    - name: placed",
            "      pattern: '{\"source\":[\"a\"]}'",
            "      targets: [{function: scheduler, maximum_retry_attempts: 0}]");

    assertThat(stack.one("Permission", "scheduler-placed"))
        .containsEntry("principal", "events.amazonaws.com")
        .containsEntry("sourceArn", "arn:of:EventRule:placed");
    assertThat(stack.one("EventTarget", "placed-function-scheduler"))
        .containsEntry("targetId", "function-scheduler")
        .containsEntry("arn", "arn:of:Function:scheduler");
    assertThat(stack.text("EventTarget", "placed-function-scheduler", "retryPolicy"))
        .contains("maximumRetryAttempts=0", "maximumEventAgeInSeconds=3600");
    assertThat(stack.names("FunctionEventInvokeConfig")).contains("scheduler");
  }

  @Test
  void a_rule_of_any_bus_has_several_targets_each_admitting_it_by_its_arn() {
    MockedStack stack =
        MockedStack.dev(
            "events:",
            "  rules:",
            "    - name: uploaded",
            "      bus: default",
            "      pattern: '{\"source\":[\"aws.s3\"]}'",
            "      targets:",
            "        - {topic: true, input_paths: {key: $.detail.object.key}, input_template: '<key>'}",
            "        - {pipeline: true}",
            "        - {queue: task}",
            "    - name: paid",
            "      bus: acme-partners",
            "      pattern: '{\"source\":[\"acme\"]}'",
            "      targets: [{topic: true}]");
    String uploaded = "arn:aws:events:eu-west-1:123456789012:rule/shop-dev-uploaded";
    String paid = "arn:aws:events:eu-west-1:123456789012:rule/acme-partners/shop-dev-paid";

    assertThat(stack.one("EventRule", "uploaded")).containsEntry("eventBusName", "default");
    assertThat(stack.one("EventRule", "paid")).containsEntry("eventBusName", "acme-partners");
    assertThat(stack.one("EventTarget", "uploaded-topic"))
        .containsEntry("eventBusName", "default")
        .containsEntry("arn", "arn:of:Topic:notifications")
        .doesNotContainKey("roleArn");
    assertThat(stack.text("EventTarget", "uploaded-topic", "inputTransformer"))
        .contains("$.detail.object.key", "<key>");
    assertThat(stack.one("EventTarget", "uploaded-pipeline"))
        .containsEntry("arn", "arn:of:StateMachine:data_pipeline")
        .containsEntry("roleArn", "arn:of:Role:events")
        .doesNotContainKey("inputTransformer");
    assertThat(stack.text("TopicPolicy", "notifications", "policy"))
        .isEqualTo(
            "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Sid\":\"EventRules\",\"Effect\":\"Allow\","
                + "\"Principal\":{\"Service\":\"events.amazonaws.com\"},\"Action\":\"sns:Publish\","
                + "\"Resource\":\"arn:of:Topic:notifications\",\"Condition\":{\"ArnEquals\":{\"aws:SourceArn\":[\""
                + uploaded
                + "\",\""
                + paid
                + "\"]}}}]}");
    assertThat(stack.text("QueuePolicy", "task", "policy")).contains(uploaded).doesNotContain(paid);
    assertThat(stack.text("QueuePolicy", "events-dlq", "policy")).contains(uploaded, paid);
    assertThat(stack.text("RolePolicy", "events", "policy"))
        .isEqualTo(
            "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Sid\":\"StartExecution\",\"Effect\":\"Allow\","
                + "\"Action\":\"states:StartExecution\","
                + "\"Resource\":\"arn:aws:states:eu-west-1:123456789012:stateMachine:shop-dev-data-pipeline\"}]}");
    assertThat(stack.text("Role", "events", "assumeRolePolicy"))
        .contains("events.amazonaws.com", "\"aws:SourceAccount\":\"123456789012\"");
  }

  @Test
  void a_topic_that_eventbridge_publishes_to_is_not_encrypted_with_the_key_of_sns() {
    String[] rule = {
      "events:",
      "  rules:",
      "    - {name: paid, pattern: '{\"source\":[\"acme\"]}', targets: [{topic: true}]}"
    };
    String key = "arn:aws:kms:eu-west-1:123456789012:key/k1";

    assertThat(MockedStack.dev(rule).one("Topic", "notifications"))
        .doesNotContainKey("kmsMasterKeyId");
    assertThat(
            MockedStack.dev(String.join("\n", rule), "security: {kms_key_arn: '" + key + "'}")
                .one("Topic", "notifications"))
        .containsEntry("kmsMasterKeyId", key);
    assertThat(DEV.names("TopicPolicy")).containsExactly("alerts");
    assertThat(DEV.names("Role")).doesNotContain("events");
  }

  @Test
  void the_pipeline_validates_processes_stores_and_notifies() {
    String definition = DEV.text("StateMachine", "data_pipeline", "definition");

    assertThat(definition)
        .containsSubsequence("\"Validate\"", "\"Process\"", "\"Store\"", "\"Notify\"")
        .contains("\"JitterStrategy\":\"FULL\"", "\"BackoffRate\":2.0", "\"States.ALL\"")
        .contains("\"ReportFailure\"", "\"TimeoutSeconds\"");
    assertThat(DEV.text("StateMachine", "data_pipeline", "loggingConfiguration"))
        .contains("arn:of:LogGroup:data_pipeline:*");
    assertThat(DEV.text("StateMachine", "data_pipeline", "tracingConfiguration"))
        .contains("enabled=true");
  }

  @Test
  void mappings_report_partial_failures_and_limit_concurrency() {
    assertThat(PROD.one("EventSourceMapping", "data_processor-task"))
        .containsEntry("batchSize", 10.0)
        .containsEntry("maximumBatchingWindowInSeconds", 5.0)
        .containsEntry("functionResponseTypes", List.of("ReportBatchItemFailures"));
    assertThat(PROD.names("EventSourceMapping"))
        .containsExactly("data_processor-task", "notification_handler-notification");
  }

  @Test
  void streams_are_bisected_and_retried_and_what_fails_is_kept() {
    MockedStack stack =
        MockedStack.dev(
            "functions:",
            "  file_processor:",
            "    streams:",
            "      - arn: arn:aws:kinesis:eu-west-1:123456789012:stream/orders",
            "        filters: ['{\"a\":[1]}']");

    assertThat(stack.one("EventSourceMapping", "file_processor-stream0"))
        .containsEntry("bisectBatchOnFunctionError", true)
        .containsEntry("maximumRetryAttempts", 5.0)
        .containsEntry("startingPosition", "LATEST");
    assertThat(stack.text("EventSourceMapping", "file_processor-stream0", "destinationConfig"))
        .contains("arn:of:Queue:file_processor-dlq");
    assertThat(stack.text("RolePolicy", "file_processor", "policy"))
        .contains("kinesis:GetRecords", "stream/orders");
  }

  @Test
  void objects_start_the_file_processor_by_a_notification_of_the_stack() {
    Map<String, Object> notification = ON_OTHERS.one("BucketNotification", "uploads");

    assertThat(notification.get("lambdaFunctions").toString())
        .contains("id=shop-prod-uploads", "filterPrefix=incoming/", "s3:ObjectCreated:*");
    assertThat(ON_OTHERS.one("Permission", "file_processor-uploads"))
        .containsEntry("sourceArn", "arn:aws:s3:::uploads")
        .containsEntry("sourceAccount", "123456789012");
    assertThat(DEV.all("BucketNotification")).isEmpty();
  }

  @Test
  void every_asynchronous_function_has_a_destination_for_failures() {
    assertThat(ON_OTHERS.names("FunctionEventInvokeConfig"))
        .containsExactly("file_processor", "notification_handler", "scheduler");
    assertThat(ON_OTHERS.text("FunctionEventInvokeConfig", "scheduler", "destinationConfig"))
        .contains("arn:of:Queue:scheduler-dlq");
  }

  @Test
  void every_dead_letter_queue_has_an_alarm() {
    assertThat(DEV.names("MetricAlarm"))
        .containsAll(
            DEV.names("Queue").stream()
                .filter(name -> name.endsWith("-dlq"))
                .map(name -> name + "-depth")
                .toList());
  }

  @Test
  void each_function_has_a_role_that_allows_what_its_wiring_needs_and_no_more() {
    assertThat(DEV.text("RolePolicy", "data_processor", "policy"))
        .isEqualTo(
            "{\"Version\":\"2012-10-17\",\"Statement\":["
                + "{\"Sid\":\"WriteOwnLog\",\"Effect\":\"Allow\",\"Action\":[\"logs:CreateLogStream\",\"logs:PutLogEvents\"],\"Resource\":\"arn:aws:logs:eu-west-1:123456789012:log-group:/aws/lambda/shop-dev-data-processor:*\"},"
                + "{\"Sid\":\"TraceXRayHasNoResources\",\"Effect\":\"Allow\",\"Action\":[\"xray:PutTraceSegments\",\"xray:PutTelemetryRecords\"],\"Resource\":\"*\"},"
                + "{\"Sid\":\"ConsumeQueues\",\"Effect\":\"Allow\",\"Action\":[\"sqs:ReceiveMessage\",\"sqs:DeleteMessage\",\"sqs:GetQueueAttributes\"],\"Resource\":\"arn:aws:sqs:eu-west-1:123456789012:shop-dev-task\"},"
                + "{\"Sid\":\"Publish\",\"Effect\":\"Allow\",\"Action\":\"sns:Publish\",\"Resource\":\"arn:aws:sns:eu-west-1:123456789012:shop-dev-notifications\"}]}");
    assertThat(ON_OTHERS.text("RolePolicy", "file_processor", "policy"))
        .contains("arn:aws:s3:::uploads/incoming/*", "arn:aws:s3:::processed/processed/*")
        .contains("kms:Decrypt")
        .doesNotContain("ec2:", "sns:");
    assertThat(ON_OTHERS.text("RolePolicy", "api_processor", "policy"))
        .contains("secret:db-1")
        .contains(
            "{\"Sid\":\"LookAtVpcEc2HasNoResources\",\"Effect\":\"Allow\",\"Action\":[\"ec2:DescribeNetworkInterfaces\",\"ec2:DescribeSubnets\"],\"Resource\":\"*\"}")
        .contains(
            "{\"Sid\":\"InterfacesMadeLaterHaveNoArnYet\",\"Effect\":\"Allow\",\"Action\":[\"ec2:CreateNetworkInterface\",\"ec2:DeleteNetworkInterface\",\"ec2:AssignPrivateIpAddresses\",\"ec2:UnassignPrivateIpAddresses\"],\"Resource\":\"*\"}");
    assertThat(ON_OTHERS.text("RolePolicy", "auth_handler", "policy"))
        .contains("secret:jwt-1")
        .doesNotContain("ec2:", "sqs:");
  }

  @Test
  void further_keys_decrypt_and_for_a_function_that_writes_objects_they_encrypt_too() {
    String one = "arn:aws:kms:eu-west-1:123456789012:key/one";
    String two = "arn:aws:kms:eu-west-1:123456789012:key/two";
    MockedStack stack =
        MockedStack.dev(
            "functions:",
            "  scheduler: {access: {keys: ['" + one + "', '" + two + "']}}",
            "  file_processor: {access: {write: [{bucket: acme}], keys: ['" + two + "']}}");

    assertThat(stack.text("RolePolicy", "scheduler", "policy"))
        .contains(
            "{\"Sid\":\"UseKeys\",\"Effect\":\"Allow\",\"Action\":\"kms:Decrypt\",\"Resource\":[\""
                + one
                + "\",\""
                + two
                + "\"]}");
    assertThat(stack.text("RolePolicy", "file_processor", "policy"))
        .contains(
            "{\"Sid\":\"UseKeys\",\"Effect\":\"Allow\",\"Action\":[\"kms:Decrypt\",\"kms:GenerateDataKey\"],\"Resource\":\""
                + two
                + "\"}");
    assertThat(stack.text("RolePolicy", "api_processor", "policy")).doesNotContain("kms:");
  }

  @Test
  void a_wildcard_resource_says_in_its_sid_why_there_is_no_narrower_one() {
    for (MockedStack.Registered policy : ON_OTHERS.all("RolePolicy")) {
      String text = String.valueOf(policy.inputs().get("policy"));
      for (String statement : text.split("\\{\"Sid\":", -1)) {
        if (statement.contains("\"Resource\":\"*\"")) {
          assertThat(statement).as(policy.name()).containsAnyOf("HasNoResources", "HaveNoArnYet");
        }
      }
    }
  }

  @Test
  void logs_have_levels_and_a_retention_and_count_cold_starts() {
    assertThat(PROD.one("LogGroup", "api_processor")).containsEntry("retentionInDays", 90.0);
    assertThat(PROD.text("Function", "api_processor", "loggingConfig")).contains("logFormat=JSON");
    assertThat(PROD.text("Function", "api_processor", "tracingConfig")).contains("Active");
    assertThat(PROD.names("LogMetricFilter")).hasSize(6).contains("api_processor-cold-starts");
    assertThat(
            MockedStack.dev(
                    "business_metrics:",
                    "  - {name: Orders, function: api_processor, pattern: '{ $.m = \"x\" }'}")
                .one("LogMetricFilter", "api_processor-Orders"))
        .containsEntry("logGroupName", "/aws/lambda/shop-dev-api-processor");
  }

  @Test
  void all_logs_are_encrypted_with_the_key_for_logs() {
    String key = "arn:aws:kms:eu-west-1:123456789012:key/logs";
    MockedStack stack = MockedStack.prod("security: {logs_kms_key_arn: '" + key + "'}");

    assertThat(stack.names("LogGroup"))
        .contains("api_processor", "api", "data_pipeline", "circuit_breaker");
    assertThat(stack.all("LogGroup"))
        .allSatisfy(
            group -> assertThat(group.inputs()).as(group.name()).containsEntry("kmsKeyId", key));
    assertThat(PROD.one("LogGroup", "api"))
        .containsEntry("retentionInDays", 90.0)
        .doesNotContainKey("kmsKeyId");
  }

  @Test
  void alarms_watch_functions_queues_and_the_pipeline_and_go_to_the_alerts_topic() {
    assertThat(DEV.names("MetricAlarm"))
        .contains(
            "api_processor-errors",
            "api_processor-duration",
            "api_processor-throttles",
            "api_processor-concurrency",
            "task-age",
            "data_pipeline-failures");
    assertThat(DEV.one("MetricAlarm", "api_processor-duration"))
        .containsEntry("extendedStatistic", "p99")
        .containsEntry("threshold", 48_000.0)
        .containsEntry("alarmActions", List.of("arn:of:Topic:alerts"));
  }

  @Test
  void alarms_watch_the_circuit_breaker_itself() {
    assertThat(DEV.one("MetricAlarm", "circuit_breaker-failures"))
        .containsEntry("metricName", "ExecutionsFailed")
        .containsEntry(
            "alarmDescription",
            "A run of the circuit breaker has failed: see whether the mapping of data_processor is enabled")
        .containsEntry(
            "dimensions", Map.of("StateMachineArn", "arn:of:StateMachine:circuit_breaker"));
    assertThat(DEV.one("MetricAlarm", "circuit_breaker-timeouts"))
        .containsEntry("metricName", "ExecutionsTimedOut");
    assertThat(MockedStack.dev("circuit_breaker: {enabled: false}").names("MetricAlarm"))
        .doesNotContain("circuit_breaker-failures", "circuit_breaker-timeouts");
  }

  @Test
  void one_dashboard_shows_functions_queues_and_workflow() {
    assertThat(DEV.text("Dashboard", "dashboard", "dashboardBody"))
        .contains("shop-dev-api-processor", "shop-dev-task", "stateMachine:shop-dev-data-pipeline")
        .contains("stateMachine:shop-dev-circuit-breaker")
        .contains("IF(invocations0 > 0, 100 * errors0 / invocations0, 0)");
  }

  @Test
  void the_dashboard_shows_every_dead_letter_queue() {
    String body = ON_OTHERS.text("Dashboard", "dashboard", "dashboardBody");

    assertThat(ON_OTHERS.all("Queue"))
        .filteredOn(queue -> queue.name().endsWith("-dlq"))
        .hasSizeGreaterThan(8)
        .allSatisfy(queue -> assertThat(body).contains("\"" + queue.inputs().get("name") + "\""));
  }

  @Test
  void the_api_has_environments_kept_ready_and_scaled_in_production() {
    assertThat(PROD.one("ProvisionedConcurrencyConfig", "api_processor"))
        .containsEntry("provisionedConcurrentExecutions", 2.0)
        .containsEntry("qualifier", "live");
    assertThat(PROD.one("Target", "api_processor"))
        .containsEntry("minCapacity", 2.0)
        .containsEntry("maxCapacity", 20.0)
        .containsEntry("resourceId", "function:shop-prod-api-processor:live");
    assertThat(PROD.one("FunctionUrl", "api_processor")).containsEntry("qualifier", "live");
    assertThat(DEV.all("Alias")).isEmpty();
  }

  @Test
  void the_circuit_breaker_pauses_that_mapping_and_nothing_else() {
    assertThat(DEV.text("EventRule", "circuit_breaker", "eventPattern"))
        .contains("arn:of:MetricAlarm:circuit_breaker", "ALARM");
    assertThat(DEV.text("StateMachine", "circuit_breaker", "definition"))
        .contains("updateEventSourceMapping", "uuid-of-data_processor-task", "\"Probe\"");
    assertThat(DEV.text("RolePolicy", "circuit_breaker", "policy"))
        .contains(
            "arn:aws:lambda:eu-west-1:123456789012:event-source-mapping:uuid-of-data_processor-task")
        .contains(
            "\"states:StartExecution\",\"Resource\":\"arn:aws:states:eu-west-1:123456789012:stateMachine:shop-dev-circuit-breaker\"");
    assertThat(MockedStack.dev("circuit_breaker: {enabled: false}").names("StateMachine"))
        .containsExactly("data_pipeline");
  }

  @Test
  void the_circuit_breaker_may_count_the_messages_of_its_queue() {
    assertThat(DEV.text("RolePolicy", "circuit_breaker", "policy"))
        .contains(
            "\"sqs:GetQueueAttributes\"],\"Resource\":\"arn:aws:sqs:eu-west-1:123456789012:shop-dev-task\"");
  }

  @Test
  void state_machines_may_ask_xray_what_to_sample_and_functions_need_not() {
    for (String machine : List.of("data_pipeline", "circuit_breaker")) {
      assertThat(DEV.text("RolePolicy", machine, "policy"))
          .contains(
              "\"xray:PutTraceSegments\",\"xray:PutTelemetryRecords\","
                  + "\"xray:GetSamplingRules\",\"xray:GetSamplingTargets\"");
    }
    assertThat(DEV.text("RolePolicy", "scheduler", "policy")).doesNotContain("xray:GetSampling");
  }

  @Test
  void the_pipeline_calls_the_environments_that_are_kept_ready() {
    MockedStack stack =
        MockedStack.dev(
            "functions: {file_processor: {provisioned_concurrency: {minimum: 1, maximum: 1}}}");

    assertThat(stack.text("StateMachine", "data_pipeline", "definition"))
        .contains("function:shop-dev-data-processor\"", "function:shop-dev-file-processor:live\"");
    assertThat(stack.text("RolePolicy", "data_pipeline", "policy"))
        .contains("function:shop-dev-data-processor\"", "function:shop-dev-file-processor:live\"");
  }

  @Test
  void functions_with_a_database_run_in_the_private_subnets_and_others_do_not() {
    assertThat(ON_OTHERS.text("Function", "api_processor", "vpcConfig"))
        .contains("subnet-1a", "subnet-1b", "sg-1", "sg-2");
    assertThat(ON_OTHERS.one("Function", "auth_handler")).doesNotContainKey("vpcConfig");
  }

  @Test
  void names_begin_with_project_and_env_and_fit() {
    assertThat(DEV.awsNames())
        .allMatch(name -> name.contains("shop-dev") || name.equals("live"))
        .allMatch(name -> name.length() <= 80);
  }

  @Test
  void local_code_goes_through_the_artifact_bucket_when_there_is_one() {
    MockedStack stack = MockedStack.dev("storage: {artifact_bucket: artifacts}");

    assertThat(stack.names("BucketObjectv2")).containsExactly("functions");
    assertThat(stack.one("Function", "scheduler"))
        .containsEntry("s3Bucket", "artifacts")
        .containsEntry("s3Key", "shop-dev/functions.zip")
        .containsEntry("s3ObjectVersion", "v1")
        .containsEntry("sourceCodeHash", "sha256-of-functions")
        .doesNotContainKey("code");
    assertThat(DEV.one("Function", "scheduler")).containsKey("code");
  }

  @Test
  void a_further_function_is_made_like_the_others() {
    MockedStack stack =
        MockedStack.dev(
            "further_functions:",
            "  - name: audit",
            "    code: {image_uri: '123456789012.dkr.ecr.eu-west-1.amazonaws.com/audit:1'}",
            "    queues: [{queue: jobs}]",
            "queues: {further: [{name: jobs}]}");

    assertThat(stack.one("Function", "audit"))
        .containsEntry("packageType", "Image")
        .containsEntry(
            "imageUri", "123456789012.dkr.ecr.eu-west-1.amazonaws.com/audit@" + MockedStack.DIGEST)
        .containsEntry("name", "shop-dev-audit");
    assertThat(stack.names("EventSourceMapping")).contains("audit-jobs");
    assertThat(stack.exports().get("furtherFunctionArns"))
        .isEqualTo(Map.of("audit", "arn:of:Function:audit"));
  }

  @Test
  void everything_can_be_switched_off() {
    MockedStack stack =
        MockedStack.dev(
            "functions:",
            "  api_processor: {enabled: false}",
            "  data_processor: {enabled: false}",
            "  file_processor: {enabled: false}",
            "  scheduler: {enabled: false}",
            "  notification_handler: {enabled: false}",
            "  auth_handler: {enabled: false}",
            "queues: {task: {enabled: false}, notification: {enabled: false}}",
            "notifications_topic: {enabled: false}",
            "schedules: {enabled: false}",
            "events: {enabled: false}",
            "data_pipeline: {enabled: false}",
            "alarms: {enabled: false}",
            "dashboard: {enabled: false}");

    assertThat(stack.size()).isZero();
  }

  @Test
  void exports_the_names_that_others_rely_on() {
    assertThat(PROD.exports().keySet())
        .isEqualTo(
            Set.of(
                "apiProcessorArn",
                "dataProcessorArn",
                "schedulerArn",
                "fileProcessorArn",
                "authHandlerArn",
                "notificationHandlerArn",
                "apiProcessorFunctionUrl",
                "taskQueueUrl",
                "taskQueueArn",
                "notificationQueueUrl",
                "notificationsTopicArn",
                "alertsTopicArn",
                "dataPipelineArn",
                "dashboardUrl",
                "httpApiUrl",
                "logGroups",
                "deadLetterQueueUrls",
                "alarmNames"));
    assertThat(DEV.exports())
        .containsEntry("apiProcessorArn", "arn:of:Function:api_processor")
        .containsEntry("apiProcessorFunctionUrl", "https://url.of/api_processor")
        .containsEntry("taskQueueUrl", "url:of:task");
  }

  @Test
  void exports_the_log_groups_of_functions_api_and_state_machines() {
    assertThat(PROD.exports().get("logGroups"))
        .asInstanceOf(map(String.class, String.class))
        .hasSize(9)
        .containsEntry("api_processor", "/aws/lambda/shop-prod-api-processor")
        .containsEntry("api", "/aws/apigateway/shop-prod-api")
        .containsEntry("data_pipeline", "/aws/vendedlogs/states/shop-prod-data-pipeline")
        .containsEntry("circuit_breaker", "/aws/vendedlogs/states/shop-prod-circuit-breaker");
  }

  @Test
  void the_smallest_stack_has_about_a_hundred_resources() {
    assertThat(DEV.size()).isBetween(100, 160);
  }
}
