/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.rules.route;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The path of a route of an HTTP API that was read.
 *
 * @param problem what is wrong with it, after "the path"; empty when nothing is
 * @param shape the path without the names of its parameters, by which API Gateway tells routes
 *     apart
 * @see <a
 *     href="https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-routes.html">Routes
 *     of HTTP APIs</a>
 */
public record RoutePath(Optional<String> problem, String shape) {
  private static final Pattern LITERAL = Pattern.compile("[A-Za-z0-9.:_-]+");
  private static final Pattern PARAMETER = Pattern.compile("\\{([A-Za-z0-9.:_-]+)(\\+?)\\}");

  /** Reads a path such as {@code /orders/{id}}. */
  public static RoutePath of(String text) {
    if (!text.startsWith("/")) {
      return wrong(text, "does not begin with a slash");
    }
    if (text.equals("/")) {
      return new RoutePath(Optional.empty(), text);
    }
    String[] segments = text.substring(1).split("/", -1);
    Set<String> names = new HashSet<>();
    StringBuilder shape = new StringBuilder();
    for (int i = 0; i < segments.length; i++) {
      String segment = segments[i];
      Matcher parameter = PARAMETER.matcher(segment);
      if (parameter.matches()) {
        boolean greedy = !parameter.group(2).isEmpty();
        if (greedy && i < segments.length - 1) {
          return wrong(text, "goes on after " + segment + ", which takes all that follows");
        }
        if (!names.add(parameter.group(1))) {
          return wrong(text, "has two parameters of the name " + parameter.group(1));
        }
        shape.append(greedy ? "/{+}" : "/{}");
      } else if (LITERAL.matcher(segment).matches()) {
        shape.append('/').append(segment);
      } else {
        return wrong(text, problemOf(segment, i == segments.length - 1));
      }
    }
    return new RoutePath(Optional.empty(), shape.toString());
  }

  private static String problemOf(String segment, boolean last) {
    if (segment.isEmpty()) {
      return last ? "ends with a slash" : "has two slashes in a row";
    }
    return "has the segment "
        + segment
        + ", which is neither a {parameter} nor only letters, digits and . : _ -";
  }

  private static RoutePath wrong(String text, String problem) {
    return new RoutePath(Optional.of(problem), text);
  }
}
