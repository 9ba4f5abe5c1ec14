/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.testing.fault;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/**
 * A request or an answer of HTTP/1.1 whose body has a length.
 *
 * @param lines the first line and the headers
 */
@SuppressWarnings("ArrayRecordComponent") // messages are not compared
record HttpMessage(List<String> lines, byte[] body) {

  /** Reads a request, whose sender may wait to be told that its body is welcome. */
  static HttpMessage readRequest(InputStream in, OutputStream out) throws IOException {
    HttpMessage head = new HttpMessage(readHead(in), new byte[0]);
    if (head.header("expect").equalsIgnoreCase("100-continue")) {
      out.write("HTTP/1.1 100 Continue\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1));
      out.flush();
    }
    return head.readBody(in);
  }

  static HttpMessage readAnswer(InputStream in) throws IOException {
    return new HttpMessage(readHead(in), new byte[0]).readBody(in);
  }

  /** An answer that is no success. */
  static HttpMessage refusal(int status, String code, String message) {
    String json = "{\"__type\":\"%s\",\"message\":\"%s\"}".formatted(code, message);
    byte[] body = json.getBytes(StandardCharsets.UTF_8);
    return new HttpMessage(
        List.of(
            "HTTP/1.1 " + status + " " + code,
            "x-amzn-ErrorType: " + code,
            "Content-Type: application/x-amz-json-1.1",
            "Content-Length: " + body.length),
        body);
  }

  String firstLine() {
    return lines.get(0);
  }

  /** A header's value, or nothing. */
  String header(String name) {
    String start = name + ":";
    return lines.stream()
        .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(start))
        .map(line -> line.substring(start.length()).trim())
        .findFirst()
        .orElse("");
  }

  /** The bytes of the head, which says that the connection ends with this message. */
  byte[] head() {
    StringBuilder head = new StringBuilder();
    for (String line : lines) {
      String lower = line.toLowerCase(Locale.ROOT);
      if (!lower.startsWith("connection:") && !lower.startsWith("expect:")) {
        head.append(line).append("\r\n");
      }
    }
    return head.append("Connection: close\r\n\r\n")
        .toString()
        .getBytes(StandardCharsets.ISO_8859_1);
  }

  void writeTo(OutputStream out) throws IOException {
    out.write(head());
    out.write(body);
    out.flush();
  }

  private HttpMessage readBody(InputStream in) throws IOException {
    String length = header("content-length");
    byte[] read = in.readNBytes(length.isEmpty() ? 0 : Integer.parseInt(length));
    return new HttpMessage(lines, read);
  }

  private static List<String> readHead(InputStream in) throws IOException {
    ByteArrayOutputStream head = new ByteArrayOutputStream();
    int ends = 0;
    while (ends < 2) {
      int next = in.read();
      if (next < 0) {
        throw new EOFException("the connection ended within a head");
      }
      if (next == '\n') {
        ends++;
      } else if (next != '\r') {
        ends = 0;
      }
      head.write(next);
    }
    return List.of(head.toString(StandardCharsets.ISO_8859_1).stripTrailing().split("\r\n"));
  }
}
