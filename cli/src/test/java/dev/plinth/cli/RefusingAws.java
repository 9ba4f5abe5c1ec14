/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.cli;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An AWS that refuses one operation, and knows just enough to let a function come that far. */
final class RefusingAws implements AutoCloseable {
  static final String REQUEST_ID = "5e2a1c77-0000-4000-8000-000000000001";

  private static final Pattern ACTION = Pattern.compile("(?:^|&)Action=(\\w+)");
  private static final Pattern GROUP = Pattern.compile("\"logGroupName(?:Prefix)?\":\"([^\"]+)\"");

  private final Refusal refusal;
  private final HttpServer server;
  private final Set<String> made = ConcurrentHashMap.newKeySet();

  /**
   * What AWS answers to one operation, every time.
   *
   * @param code empty for an answer without a body, as S3 gives to HEAD
   */
  record Refusal(String operation, int status, String code, String said) {}

  private record Answer(int status, String body) {}

  private RefusingAws(Refusal refusal, HttpServer server) {
    this.refusal = refusal;
    this.server = server;
  }

  static RefusingAws start(Refusal refusal) throws IOException {
    InetSocketAddress anyPort = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    RefusingAws aws = new RefusingAws(refusal, HttpServer.create(anyPort, 0));
    aws.server.createContext("/", aws::serve);
    aws.server.start();
    return aws;
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  private void serve(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    String operation = operation(exchange, body);
    exchange.getResponseHeaders().set("x-amzn-RequestId", REQUEST_ID);
    exchange.getResponseHeaders().set("x-amz-request-id", REQUEST_ID);
    Answer answer =
        operation.equals(refusal.operation) ? refuse(exchange) : answer(exchange, operation, body);
    byte[] bytes = answer.body().getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(answer.status(), bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  private static String operation(HttpExchange exchange, String body) {
    String target = exchange.getRequestHeaders().getFirst("X-Amz-Target");
    if (target != null) {
      return target.substring(target.indexOf('.') + 1);
    }
    Matcher action = ACTION.matcher(body);
    if (action.find()) {
      return action.group(1);
    }
    String path = exchange.getRequestURI().getPath();
    return switch (exchange.getRequestMethod()) {
      case "HEAD" -> "HeadObject";
      case "POST" -> "CreateFunction";
      case "PUT" -> "PutFunctionConcurrency";
      default -> path.endsWith("/code-signing-config") ? "GetCodeSigning" : "GetFunction";
    };
  }

  private Answer refuse(HttpExchange exchange) {
    return refusal.code.isEmpty()
        ? new Answer(refusal.status, "")
        : refused(exchange, refusal.status, refusal.code, refusal.said);
  }

  private static Answer refused(HttpExchange exchange, int status, String code, String said) {
    exchange.getResponseHeaders().set("x-amzn-ErrorType", code);
    boolean query = "POST".equals(exchange.getRequestMethod()) && isQuery(exchange);
    String form =
        query
            ? "<ErrorResponse><Error><Code>%s</Code><Message>%s</Message></Error><RequestId>"
                + REQUEST_ID
                + "</RequestId></ErrorResponse>"
            : "{\"__type\":\"%s\",\"message\":\"%s\"}";
    return new Answer(status, form.formatted(code, said));
  }

  private static boolean isQuery(HttpExchange exchange) {
    String type = exchange.getRequestHeaders().getFirst("Content-Type");
    return type != null && type.startsWith("application/x-www-form-urlencoded");
  }

  private Answer answer(HttpExchange exchange, String operation, String body) {
    return switch (operation) {
      case "DescribeLogGroups" -> new Answer(200, "{\"logGroups\":[" + group(body) + "]}");
      case "ListTagsForResource" -> new Answer(200, "{\"tags\":{}}");
      case "CreateFunction" -> {
        made.add("function");
        yield new Answer(201, function());
      }
      case "GetFunction" ->
          made.contains("function")
              ? new Answer(200, "{\"Configuration\":" + function() + ",\"Code\":{}}")
              : refused(exchange, 404, "ResourceNotFoundException", "Function not found");
      default -> new Answer(200, "{}");
    };
  }

  private static String function() {
    return "{\"FunctionName\":\"orders\",\"State\":\"Active\",\"LastUpdateStatus\":\"Successful\","
        + "\"FunctionArn\":\"arn:aws:lambda:us-east-1:123456789012:function:orders\","
        + "\"Version\":\"$LATEST\"}";
  }

  private static String group(String body) {
    Matcher name = GROUP.matcher(body);
    return name.find()
        ? "{\"logGroupName\":\"%1$s\",\"arn\":\"arn:aws:logs:us-east-1:123456789012:log-group:%1$s\"}"
            .formatted(name.group(1))
        : "";
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
