/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.InvalidProtocolBufferException;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.plinth.cli.TestWorld.Ended;
import dev.plinth.cli.env.ExitCode;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.resource.v1.Resource;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.ScopeSpans;
import io.opentelemetry.proto.trace.v1.Span;
import io.opentelemetry.proto.trace.v1.Status.StatusCode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The traces of a command, as a collector gets them. */
class TelemetryTest {
  private static final String SECRET_KEY = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY";
  private static final String REFUSAL =
      "{\"__type\":\"AccessDeniedException\",\"message\":\"not for you\"}";

  @TempDir private Path home;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final List<byte[]> bodies = new CopyOnWriteArrayList<>();
  private final List<String> headers = new CopyOnWriteArrayList<>();
  private HttpServer server;
  private TestWorld world;
  private String manifest;

  @BeforeEach
  void aCollectorAndAnEndpointThatRefusesEverything() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/collector/v1/traces", this::collect);
    server.createContext("/", exchange -> answer(exchange, 400, REFUSAL));
    server.start();
    world = new TestWorld(home).with("OTEL_EXPORTER_OTLP_ENDPOINT", address() + "/collector");
    manifest = world.file("orders.yaml", Manifests.orders());
  }

  @AfterEach
  void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  private String address() {
    return "http://localhost:" + server.getAddress().getPort();
  }

  private void collect(HttpExchange exchange) throws IOException {
    bodies.add(exchange.getRequestBody().readAllBytes());
    headers.add(String.valueOf(exchange.getRequestHeaders().getFirst("x-team")));
    exchange.getResponseHeaders().add("Content-Type", "application/x-protobuf");
    answer(exchange, 200, "");
  }

  private static void answer(HttpExchange exchange, int status, String text) throws IOException {
    byte[] body = text.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  private List<ResourceSpans> collected() {
    return bodies.stream()
        .map(TelemetryTest::parse)
        .flatMap(request -> request.getResourceSpansList().stream())
        .toList();
  }

  private static ExportTraceServiceRequest parse(byte[] body) {
    try {
      return ExportTraceServiceRequest.parseFrom(body);
    } catch (InvalidProtocolBufferException e) {
      throw new IllegalStateException(e);
    }
  }

  private List<Span> spans() {
    return collected().stream()
        .map(ResourceSpans::getScopeSpansList)
        .flatMap(List::stream)
        .map(ScopeSpans::getSpansList)
        .flatMap(List::stream)
        .toList();
  }

  private Span span(String name) {
    List<Span> found = spans().stream().filter(span -> span.getName().equals(name)).toList();
    assertThat(found)
        .as("%s among %s", name, spans().stream().map(Span::getName).toList())
        .hasSize(1);
    return found.get(0);
  }

  private static Map<String, String> attributes(List<KeyValue> attributes) {
    return attributes.stream().collect(Collectors.toMap(KeyValue::getKey, TelemetryTest::text));
  }

  private static String text(KeyValue attribute) {
    return switch (attribute.getValue().getValueCase()) {
      case STRING_VALUE -> attribute.getValue().getStringValue();
      case INT_VALUE -> Long.toString(attribute.getValue().getIntValue());
      case BOOL_VALUE -> Boolean.toString(attribute.getValue().getBoolValue());
      default -> attribute.getValue().toString();
    };
  }

  private Ended run(String... args) {
    Ended ended = world.run(args);
    assertThat(ended.code()).as(ended.all()).isEqualTo(ExitCode.OK);
    assertThat(ended.err()).doesNotContain("warning");
    return ended;
  }

  @Test
  void steps_are_within_the_run_of_their_stack_within_the_command() {
    run("up", manifest, "--local", "--yes");

    Span command = span("plinth up");
    Span run = span("update");
    Span function = span("create aws:lambda/function:Function");
    assertThat(command.getParentSpanId().isEmpty()).isTrue();
    assertThat(run.getParentSpanId()).isEqualTo(command.getSpanId());
    assertThat(function.getParentSpanId()).isEqualTo(run.getSpanId());
    assertThat(attributes(run.getAttributesList()))
        .containsEntry("plinth.stack", "organization/aws-lambda/dev.orders")
        .containsEntry("plinth.preview", "false")
        .containsEntry("plinth.result", "succeeded")
        .containsEntry("plinth.changes.create", "3");
    assertThat(attributes(function.getAttributesList()))
        .containsEntry("plinth.op", "create")
        .containsEntry(
            "plinth.urn",
            "urn:pulumi:dev.orders::aws-lambda::aws:lambda/function:Function::orders");
    assertThat(function.getStartTimeUnixNano()).isLessThanOrEqualTo(function.getEndTimeUnixNano());
  }

  @Test
  void a_preview_a_refresh_and_a_destroy_are_traced_too() {
    run("preview", manifest, "--local");
    run("up", manifest, "--local", "--yes");
    run("refresh", "--yes");
    run("destroy", "--yes");

    assertThat(spans())
        .extracting(Span::getName)
        .contains("plinth preview", "preview update", "plinth refresh", "refresh")
        .contains("refresh aws:lambda/function:Function")
        .contains("plinth destroy", "destroy", "delete aws:lambda/function:Function");
  }

  @Test
  void a_call_to_aws_is_within_its_step_and_says_how_it_ended() {
    world
        .with("AWS_ENDPOINT_URL", address())
        .with("AWS_REGION", "eu-west-1")
        .with("AWS_ACCESS_KEY_ID", "AKIAIOSFODNN7EXAMPLE")
        .with("AWS_SECRET_ACCESS_KEY", SECRET_KEY);

    Ended ended = world.run("up", manifest, "--yes");

    assertThat(ended.code()).as(ended.all()).isEqualTo(ExitCode.FAILED);
    Span step = span("create aws:cloudwatch/logGroup:LogGroup");
    Span call = span("CloudWatchLogs/CreateLogGroup");
    assertThat(call.getParentSpanId()).isEqualTo(step.getSpanId());
    assertThat(call.getKind()).isEqualTo(Span.SpanKind.SPAN_KIND_CLIENT);
    assertThat(attributes(call.getAttributesList()))
        .containsEntry("rpc.system", "aws-api")
        .containsEntry("rpc.service", "CloudWatchLogs")
        .containsEntry("rpc.method", "CreateLogGroup")
        .containsEntry("cloud.region", "eu-west-1")
        .containsEntry("http.response.status_code", "400")
        .containsEntry("error.type", "AccessDeniedException");
    assertThat(call.getStatus().getCode()).isEqualTo(StatusCode.STATUS_CODE_ERROR);
    assertThat(step.getStatus().getCode()).isEqualTo(StatusCode.STATUS_CODE_ERROR);
    assertThat(step.getStatus().getMessage()).contains("AccessDeniedException");
    assertThat(span("update").getStatus().getCode()).isEqualTo(StatusCode.STATUS_CODE_ERROR);
  }

  @Test
  void no_secret_is_in_any_trace() {
    String config =
        world.file(
            "aws.yaml",
            "region: eu-west-1\naccess_key_id: AKIAIOSFODNN7EXAMPLE\nsecret_access_key: "
                + SECRET_KEY
                + "\n");
    world.with("PULUMI_CONFIG_PASSPHRASE", "horse").with("AWS_ENDPOINT_URL", address());

    run("up", manifest, "--local", "--yes", "--provider-config", config);
    run("destroy", "--yes");
    world.run("up", manifest, "--yes", "--provider-config", config);

    assertThat(span("Sts/GetCallerIdentity").getKind()).isEqualTo(Span.SpanKind.SPAN_KIND_CLIENT);
    assertThat(bodies)
        .allSatisfy(
            body ->
                assertThat(new String(body, StandardCharsets.ISO_8859_1))
                    .doesNotContain(SECRET_KEY, "horse"));
  }

  @Test
  void the_standard_variables_are_honoured() {
    world
        .with("OTEL_SERVICE_NAME", "checkout-deploy")
        .with("OTEL_RESOURCE_ATTRIBUTES", "deployment.environment=dev")
        .with("OTEL_EXPORTER_OTLP_HEADERS", "x-team=checkout")
        .with("TRACEPARENT", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01");

    run("preview", manifest, "--local");

    Resource resource = collected().get(0).getResource();
    assertThat(attributes(resource.getAttributesList()))
        .containsEntry("service.name", "checkout-deploy")
        .containsEntry("deployment.environment", "dev");
    assertThat(headers).isNotEmpty().containsOnly("checkout");
    Span command = span("plinth preview");
    assertThat(hex(command.getTraceId().toByteArray()))
        .isEqualTo("0af7651916cd43dd8448eb211c80319c");
    assertThat(hex(command.getParentSpanId().toByteArray())).isEqualTo("b7ad6b7169203331");
  }

  private static String hex(byte[] bytes) {
    StringBuilder text = new StringBuilder();
    for (byte each : bytes) {
      text.append(String.format("%02x", each));
    }
    return text.toString();
  }

  @Test
  void a_collector_that_is_away_is_told_of_and_the_run_goes_on() {
    server.stop(0);

    Ended ended = world.run("up", manifest, "--local", "--yes");

    assertThat(ended.code()).as(ended.all()).isEqualTo(ExitCode.OK);
    assertThat(ended.out()).contains("+ 3 created");
    assertThat(ended.err())
        .containsOnlyOnce("warning: the collector that OTEL_EXPORTER_OTLP_ENDPOINT names")
        .doesNotContain("Exception");
  }

  @Test
  void a_collector_that_never_answers_is_not_waited_for() {
    CountDownLatch never = new CountDownLatch(1);
    server.createContext(
        "/silent",
        exchange -> {
          try {
            never.await();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        });
    world
        .with("OTEL_EXPORTER_OTLP_ENDPOINT", address() + "/silent")
        .with("OTEL_EXPORTER_OTLP_TIMEOUT", "50");

    Ended ended = world.run("up", manifest, "--local", "--yes");

    never.countDown();
    assertThat(ended.code()).as(ended.all()).isEqualTo(ExitCode.OK);
    assertThat(ended.err()).containsOnlyOnce("did not take the traces");
  }

  @Test
  void a_protocol_that_is_not_there_is_told_of_and_the_run_goes_on() {
    world.with("OTEL_EXPORTER_OTLP_PROTOCOL", "grpc");

    Ended ended = world.run("preview", manifest, "--local");

    assertThat(ended.code()).as(ended.all()).isEqualTo(ExitCode.OK);
    assertThat(ended.err()).contains("warning: ").doesNotContain("\tat ");
    assertThat(bodies).isEmpty();
  }

  @Test
  void nothing_is_sent_when_no_collector_is_named() {
    world.with("OTEL_EXPORTER_OTLP_ENDPOINT", "");

    run("preview", manifest, "--local");

    assertThat(bodies).isEmpty();
  }
}
