/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.state;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.plinth.engine.state.object.MemoryObjects;
import dev.plinth.engine.state.object.ObjectStore.Condition;
import dev.plinth.engine.state.object.ObjectStore.Listed;
import dev.plinth.engine.state.object.ObjectStore.Stored;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One bucket, over HTTP, with as much of S3 as state needs: conditional writes, copies, lists in
 * pages. Requests may be made to fail.
 */
public final class FakeS3 implements AutoCloseable {
  public static final String BUCKET = "state";
  private static final int PAGE = 3;
  private static final Pattern KEY = Pattern.compile("<Key>([^<]*)</Key>");

  /** What becomes of a request. */
  public enum Fate {
    /** It is answered. */
    ANSWERED,
    /** It has no effect, and the answer is that the server has a fault. */
    FAULT,
    /** It has its effect, and the answer is that the server has a fault. */
    FAULT_AFTERWARDS,
    /** Another request for the same was under way. */
    CONFLICT,
    /** It has no effect and no answer. */
    SILENCE,
    /** The caller may not do it. */
    DENIED
  }

  private final MemoryObjects objects;
  private final CountDownLatch closed = new CountDownLatch(1);
  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private volatile Function<String, Fate> fates = request -> Fate.ANSWERED;
  private final List<String> requests = new ArrayList<>();

  public FakeS3(MemoryObjects objects) {
    this.objects = objects;
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
  }

  /** The URL for {@code --state}. */
  public String url(String prefix) {
    return "s3://%s%s?region=eu-central-1&endpoint=%s&s3ForcePathStyle=true"
        .formatted(BUCKET, prefix, endpoint());
  }

  public String endpoint() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** Says what becomes of each request, which is a method, a blank and a path. */
  public void fates(Function<String, Fate> next) {
    fates = next;
  }

  /** What was asked, as {@link #fates} is told. */
  public synchronized List<String> requests() {
    return List.copyOf(requests);
  }

  @Override
  public void close() {
    closed.countDown();
    server.stop(0);
    threads.shutdownNow();
  }

  private void handle(HttpExchange exchange) throws IOException {
    String request = exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath();
    synchronized (this) {
      requests.add(request);
    }
    byte[] body = exchange.getRequestBody().readAllBytes();
    switch (fates.apply(request)) {
      case FAULT -> answer(exchange, 500, error("InternalError"));
      case CONFLICT -> answer(exchange, 409, error("ConditionalRequestConflict"));
      case DENIED -> answer(exchange, 403, error("AccessDenied"));
      case SILENCE -> silence();
      case FAULT_AFTERWARDS -> {
        var unused = effect(exchange, body);
        answer(exchange, 500, error("InternalError"));
      }
      case ANSWERED -> {
        Answer answer = effect(exchange, body);
        answer.headers().forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
        answer(exchange, answer.status(), answer.body());
      }
    }
  }

  /** Until the server is closed. */
  private void silence() {
    try {
      closed.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void answer(HttpExchange exchange, int status, byte[] body) throws IOException {
    try (exchange) {
      exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
      if (body.length > 0) {
        exchange.getResponseBody().write(body);
      }
    }
  }

  @SuppressWarnings("ArrayRecordComponent") // compared by nobody
  private record Answer(int status, Map<String, String> headers, byte[] body) {
    static Answer of(int status, byte[] body) {
      return new Answer(status, Map.of(), body);
    }
  }

  private Answer effect(HttpExchange exchange, byte[] body) {
    String path = exchange.getRequestURI().getPath();
    String bucket = "/" + BUCKET;
    if (!path.equals(bucket) && !path.startsWith(bucket + "/")) {
      return Answer.of(404, error("NoSuchBucket"));
    }
    String md5 = exchange.getRequestHeaders().getFirst("Content-MD5");
    if (md5 != null && !md5.equals(md5(body))) {
      return Answer.of(400, error("BadDigest"));
    }
    String key = path.length() <= bucket.length() + 1 ? "" : path.substring(bucket.length() + 1);
    return switch (exchange.getRequestMethod()) {
      case "GET" -> key.isEmpty() ? list(query(exchange)) : get(key);
      case "PUT" -> put(exchange, key, body);
      case "DELETE" -> delete(List.of(key), 204);
      case "POST" -> md5 == null ? Answer.of(400, error("MissingContentMD5")) : delete(body);
      default -> Answer.of(405, error("MethodNotAllowed"));
    };
  }

  private Answer get(String key) {
    Optional<Stored> stored = objects.get(key);
    if (stored.isEmpty()) {
      return Answer.of(404, error("NoSuchKey"));
    }
    Map<String, String> headers = new TreeMap<>();
    headers.put("ETag", stored.get().tag());
    headers.put("Last-Modified", written(stored.get().age(), DateTimeFormatter.RFC_1123_DATE_TIME));
    return new Answer(200, headers, stored.get().content());
  }

  /** The server's own clock is the machine's; ages are those of the objects. */
  private static String written(Duration age, DateTimeFormatter format) {
    return format.format(Instant.now().minus(age).atOffset(ZoneOffset.UTC));
  }

  private Answer put(HttpExchange exchange, String key, byte[] body) {
    String source = exchange.getRequestHeaders().getFirst("x-amz-copy-source");
    if (source != null) {
      String from = URLDecoder.decode(source, StandardCharsets.UTF_8);
      objects.copy(from.substring(from.indexOf('/', 1) + 1), key);
      return Answer.of(200, xml("<CopyObjectResult><ETag>x</ETag></CopyObjectResult>"));
    }
    String none = exchange.getRequestHeaders().getFirst("If-None-Match");
    String match = exchange.getRequestHeaders().getFirst("If-Match");
    Condition condition =
        none != null
            ? new Condition.Absent()
            : match != null ? new Condition.Unchanged(match) : new Condition.Always();
    if (match != null && objects.get(key).isEmpty()) {
      return Answer.of(404, error("NoSuchKey"));
    }
    return objects
        .put(key, body, condition)
        .map(tag -> new Answer(200, Map.of("ETag", tag), new byte[0]))
        .orElseGet(() -> Answer.of(412, error("PreconditionFailed")));
  }

  private Answer delete(byte[] body) {
    List<String> keys = new ArrayList<>();
    Matcher matcher = KEY.matcher(new String(body, StandardCharsets.UTF_8));
    while (matcher.find()) {
      keys.add(matcher.group(1));
    }
    objects.delete(keys);
    return Answer.of(200, xml("<DeleteResult/>"));
  }

  private Answer delete(List<String> keys, int status) {
    objects.delete(keys);
    return Answer.of(status, new byte[0]);
  }

  private Answer list(Map<String, String> query) {
    String after = query.getOrDefault("continuation-token", "");
    List<Listed> all =
        objects.list(query.getOrDefault("prefix", "")).stream()
            .filter(listed -> listed.key().compareTo(after) > 0)
            .toList();
    List<Listed> page = all.subList(0, Math.min(PAGE, all.size()));
    StringBuilder xml = new StringBuilder("<ListBucketResult>");
    boolean more = page.size() < all.size();
    xml.append("<IsTruncated>").append(more).append("</IsTruncated>");
    if (more) {
      String last = page.get(page.size() - 1).key();
      xml.append("<NextContinuationToken>").append(last).append("</NextContinuationToken>");
    }
    for (Listed listed : page) {
      xml.append("<Contents><Key>").append(listed.key()).append("</Key><Size>");
      xml.append(listed.size()).append("</Size><ETag>").append(listed.tag());
      xml.append("</ETag><LastModified>");
      xml.append(written(listed.age(), DateTimeFormatter.ISO_OFFSET_DATE_TIME));
      xml.append("</LastModified></Contents>");
    }
    return Answer.of(200, xml(xml.append("</ListBucketResult>").toString()));
  }

  private static Map<String, String> query(HttpExchange exchange) {
    Map<String, String> query = new TreeMap<>();
    String raw = exchange.getRequestURI().getRawQuery();
    for (String pair : raw == null ? new String[0] : raw.split("&", -1)) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        query.put(
            pair.substring(0, equals),
            URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
      }
    }
    return query;
  }

  private static byte[] error(String code) {
    return xml("<Error><Code>" + code + "</Code><Message>said so</Message></Error>");
  }

  private static byte[] xml(String text) {
    return ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>" + text).getBytes(StandardCharsets.UTF_8);
  }

  private static String md5(byte[] body) {
    try {
      return Base64.getEncoder().encodeToString(MessageDigest.getInstance("MD5").digest(body));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
