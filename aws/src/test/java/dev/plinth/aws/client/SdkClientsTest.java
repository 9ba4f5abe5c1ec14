/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpServer;
import dev.plinth.aws.config.ProviderConfig;
import dev.plinth.aws.testing.FakeTime;
import dev.plinth.engine.provider.ProviderException;
import dev.plinth.engine.value.PropertyMap;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.lambda.model.LambdaException;
import software.amazon.awssdk.services.sts.model.StsException;

/** The SDK's own clients: region, credentials, endpoint, retries. */
final class SdkClientsTest {
  @TempDir Path folder;
  private final FakeTime time = new FakeTime();

  @Test
  void takesTheRegionFromConfigurationThenEnvironmentThenProfile() throws IOException {
    Path profiles = folder.resolve("config");
    Files.writeString(profiles, "[profile work]\nregion = sa-east-1\n");
    PropertyMap profile =
        PropertyMap.builder()
            .put("profile", "work")
            .putTexts("sharedConfigFiles", List.of(profiles.toString()))
            .build();

    assertThat(region(profile, Map.of())).isEqualTo("sa-east-1");
    assertThat(region(profile, Map.of("AWS_DEFAULT_REGION", "eu-west-3"))).isEqualTo("eu-west-3");
    assertThat(
            region(profile, Map.of("AWS_DEFAULT_REGION", "eu-west-3", "AWS_REGION", "eu-west-2")))
        .isEqualTo("eu-west-2");
    assertThat(
            region(
                profile.toBuilder().put("region", "eu-west-1").build(),
                Map.of("AWS_REGION", "eu-west-2")))
        .isEqualTo("eu-west-1");
  }

  @Test
  void namesAllThreeWaysToSetAMissingRegion() throws IOException {
    Path profiles = folder.resolve("config");
    Files.writeString(profiles, "");
    PropertyMap config =
        PropertyMap.builder().putTexts("sharedConfigFiles", List.of(profiles.toString())).build();

    ProviderException failure =
        catchThrowableOfType(ProviderException.class, () -> region(config, Map.of()));

    assertThat(failure).hasMessage("No AWS region is set.");
    assertThat(failure.remedy().orElseThrow())
        .contains("aws:region")
        .contains("AWS_REGION")
        .contains("profile");
  }

  @Test
  void refusesAnUnknownRegionWhereItIsToBeValidated() {
    PropertyMap config =
        PropertyMap.builder()
            .put("region", "eu-midgard-1")
            .put("skipRegionValidation", "false")
            .build();

    assertThatThrownBy(() -> region(config, Map.of())).hasMessageContaining("eu-midgard-1");
  }

  @Test
  void callsTheConfiguredEndpointWithTheConfiguredKeys() throws IOException {
    List<String> headers = new CopyOnWriteArrayList<>();
    HttpServer server = server(new AtomicInteger(), headers, 0);
    try (SdkClients clients = clients(server, 0)) {
      assertThat(clients.lambda().getFunction(r -> r.functionName("x")).configuration())
          .isNotNull();
      assertThat(headers.get(0)).contains("Credential=AKIATEST").contains("/eu-central-1/lambda/");
      assertThat(headers.get(1)).endsWith("plinth/test");
    } finally {
      server.stop(0);
    }
  }

  @Test
  void leavesRetriesToTheOperation() throws IOException {
    AtomicInteger calls = new AtomicInteger();
    HttpServer server = server(calls, new CopyOnWriteArrayList<>(), 100);
    try (SdkClients clients = clients(server, 5)) {
      assertThatThrownBy(() -> clients.lambda().getFunction(r -> r.functionName("x")))
          .isInstanceOf(LambdaException.class);
      assertThat(calls).hasValue(1);
    } finally {
      server.stop(0);
    }
  }

  @Test
  void retriesWhatTheSdkItselfAsksForCredentials() throws IOException {
    AtomicInteger calls = new AtomicInteger();
    HttpServer server = server(calls, new CopyOnWriteArrayList<>(), 100);
    try (SdkClients clients = clients(server, 1)) {
      assertThatThrownBy(() -> clients.sts().getCallerIdentity()).isInstanceOf(StsException.class);
      assertThat(calls).hasValue(2);
    } finally {
      server.stop(0);
    }
  }

  @Test
  void pacesTheCallsOfAService() throws IOException {
    HttpServer server = server(new AtomicInteger(), new CopyOnWriteArrayList<>(), 0);
    try (SdkClients clients = clients(server, 0)) {
      for (int i = 0; i < 15; i++) {
        clients.lambda().tagResource(r -> r.resource("x").tags(Map.of("a", "b")));
      }
      assertThat(time.passed()).isBetween(Duration.ofMillis(900), Duration.ofMillis(1200));
    } finally {
      server.stop(0);
    }
  }

  @Test
  void slowsAServiceDownWhenItThrottles() throws IOException {
    HttpServer server = server(new AtomicInteger(), new CopyOnWriteArrayList<>(), 1, 429);
    try (SdkClients clients = clients(server, 0)) {
      assertThatThrownBy(() -> clients.lambda().getFunction(r -> r.functionName("x")))
          .isInstanceOf(LambdaException.class);
      for (int i = 0; i < 15; i++) {
        clients.lambda().tagResource(r -> r.resource("x").tags(Map.of("a", "b")));
      }
      assertThat(time.passed()).isGreaterThan(Duration.ofMillis(1600));
    } finally {
      server.stop(0);
    }
  }

  @Test
  void turnsNamesThatNeedNoProxyIntoPatterns() {
    assertThat(HttpClients.patterns(List.of(".example.com", "Local", "*")))
        .containsExactlyInAnyOrder(".*\\.example\\.com", "(.*\\.)?local", ".*");
  }

  private SdkClients clients(HttpServer server, int retries) {
    PropertyMap config =
        PropertyMap.builder()
            .put("region", "eu-central-1")
            .put("accessKey", "AKIATEST")
            .put("secretKey", "secret")
            .put("maxRetries", retries)
            .put(
                "endpoints",
                "[{\"lambda\":\"%1$s\",\"sts\":\"%1$s\"}]"
                    .formatted("http://127.0.0.1:" + server.getAddress().getPort()))
            .build();
    return new SdkClients(
        ProviderConfig.of(config), Map.of(), "plinth/test", new ServiceFlows(time), CallWatch.NONE);
  }

  private static HttpServer server(AtomicInteger calls, List<String> headers, int failures)
      throws IOException {
    return server(calls, headers, failures, 503);
  }

  private static HttpServer server(
      AtomicInteger calls, List<String> headers, int failures, int status) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          headers.add(exchange.getRequestHeaders().getFirst("Authorization"));
          headers.add(exchange.getRequestHeaders().getFirst("User-Agent"));
          boolean fails = calls.incrementAndGet() <= failures;
          byte[] body =
              (fails ? "{}" : "{\"Configuration\":{\"FunctionName\":\"x\"}}")
                  .getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(fails ? status : 200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
    return server;
  }

  private String region(PropertyMap config, Map<String, String> environment) {
    return new SdkClients(
            ProviderConfig.of(config),
            environment,
            "plinth/test",
            new ServiceFlows(time),
            CallWatch.NONE)
        .region();
  }
}
