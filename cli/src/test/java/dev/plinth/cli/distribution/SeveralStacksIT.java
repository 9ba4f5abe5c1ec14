/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.cli.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.plinth.cli.distribution.Distribution.Ended;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process that deploys a folder of manifests to an endpoint that refuses everything. */
class SeveralStacksIT {
  private static final Pattern LOG_GROUP = Pattern.compile("/aws/lambda/(\\w+)");

  private static final String MANIFEST =
      """
      apiVersion: aws.project-planton.org/v1
      kind: AwsLambda
      metadata:
        name: %s
      spec:
        code_source_type: CODE_SOURCE_TYPE_S3
        s3: {bucket: artifacts, key: f.jar, object_version: "1"}
        runtime: java21
        handler: F
        role_arn: {%s}
      """;

  @TempDir private Path home;
  private final Set<String> asked = ConcurrentHashMap.newKeySet();
  private final CountDownLatch both = new CountDownLatch(2);
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private HttpServer aws;

  @BeforeEach
  void anEndpointThatAnswersNobodyBeforeTwoHaveAsked() throws IOException {
    aws = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    aws.setExecutor(threads);
    aws.createContext("/", this::refuse);
    aws.start();
  }

  @AfterEach
  void close() {
    aws.stop(0);
    threads.shutdownNow();
  }

  private void refuse(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    Matcher group = LOG_GROUP.matcher(body);
    if (group.find() && asked.add(group.group(1))) {
      both.countDown();
    }
    try {
      // A minute is for ever: one stack after the other would never get any further.
      boolean together = both.await(1, TimeUnit.MINUTES);
      byte[] answer =
          (together ? "{\"__type\":\"AccessDeniedException\",\"message\":\"no\"}" : "{}")
              .getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(together ? 400 : 200, answer.length);
      exchange.getResponseBody().write(answer);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      exchange.close();
    }
  }

  private void manifest(String name, String role) throws IOException {
    Files.writeString(home.resolve("manifests/" + name + ".yaml"), MANIFEST.formatted(name, role));
  }

  @Test
  void independent_stacks_are_in_flight_together_and_each_failure_is_told() throws IOException {
    Files.createDirectories(home.resolve("manifests"));
    String literal = "value: \"arn:aws:iam::123456789012:role/f\"";
    manifest("first", literal);
    manifest("second", literal);
    manifest(
        "third", "value_from: {kind: AwsLambda, name: first, field_path: status.outputs.role_arn}");
    Distribution plinth =
        new Distribution(home)
            .with("AWS_ENDPOINT_URL", "http://localhost:" + aws.getAddress().getPort())
            .with("AWS_REGION", "eu-west-1")
            .with("AWS_ACCESS_KEY_ID", "AKIAIOSFODNN7EXAMPLE")
            .with("AWS_SECRET_ACCESS_KEY", "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY");

    Ended ended = plinth.run("up", home.resolve("manifests").toString(), "--yes");

    assertThat(ended.exit()).as(ended.all()).isEqualTo(3);
    assertThat(asked).containsExactlyInAnyOrder("first", "second");
    assertThat(ended.out())
        .containsSubsequence(
            "Updating (first):",
            "LogGroup first **creating failed**",
            "Updating (second):",
            "LogGroup second **creating failed**",
            "Not begun: third, because of first");
  }
}
