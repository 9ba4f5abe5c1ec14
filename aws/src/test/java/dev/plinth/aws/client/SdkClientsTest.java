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
import dev.plinth.engine.provider.ProviderException;
import dev.plinth.engine.value.PropertyMap;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.lambda.model.LambdaException;

/** The SDK's own clients: region, credentials, endpoint, retries. */
final class SdkClientsTest {
  @TempDir Path folder;

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
  void retriesAsOftenAsConfiguredAndNoMore() throws IOException {
    AtomicInteger calls = new AtomicInteger();
    HttpServer server = server(calls, new CopyOnWriteArrayList<>(), 100);
    try (SdkClients clients = clients(server, 1)) {
      assertThatThrownBy(() -> clients.lambda().getFunction(r -> r.functionName("x")))
          .isInstanceOf(LambdaException.class)
          .satisfies(e -> assertThat(((LambdaException) e).numAttempts()).isEqualTo(2));
      assertThat(calls).hasValue(2);
    } finally {
      server.stop(0);
    }
  }

  @Test
  void turnsNamesThatNeedNoProxyIntoPatterns() {
    assertThat(HttpClients.patterns(List.of(".example.com", "Local", "*")))
        .containsExactlyInAnyOrder(".*\\.example\\.com", "(.*\\.)?local", ".*");
  }

  private static SdkClients clients(HttpServer server, int retries) {
    PropertyMap config =
        PropertyMap.builder()
            .put("region", "eu-central-1")
            .put("accessKey", "AKIATEST")
            .put("secretKey", "secret")
            .put("maxRetries", retries)
            .put(
                "endpoints",
                "[{\"lambda\":\"http://127.0.0.1:" + server.getAddress().getPort() + "\"}]")
            .build();
    return new SdkClients(ProviderConfig.of(config), Map.of(), "plinth/test");
  }

  private static HttpServer server(AtomicInteger calls, List<String> headers, int failures)
      throws IOException {
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
          exchange.sendResponseHeaders(fails ? 503 : 200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
    return server;
  }

  private static String region(PropertyMap config, Map<String, String> environment) {
    return new SdkClients(ProviderConfig.of(config), environment, "plinth/test").region();
  }
}
