/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.state;

import dev.plinth.engine.state.StateException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The URL of a place for state, as {@code pulumi login} takes it: {@code
 * s3://bucket/prefix?region=eu-central-1}.
 *
 * @param text as it was given, for messages
 * @param prefix what all keys begin with; empty, or ending in a slash
 * @param pathStyle whether the bucket is named in the path; empty leaves it to the endpoint
 */
public record S3Url(
    String text,
    String bucket,
    String prefix,
    Optional<String> region,
    Optional<URI> endpoint,
    Optional<Boolean> pathStyle,
    Optional<String> profile) {
  private static final String SCHEME = "s3://";
  private static final String REGION = "region";
  private static final String ENDPOINT = "endpoint";
  private static final String PATH_STYLE = "s3ForcePathStyle";
  private static final String DISABLE_SSL = "disableSSL";
  private static final String PROFILE = "profile";

  /** Which SDK Pulumi is to use; nothing else depends on it. */
  private static final String PULUMIS_SDK = "awssdk";

  private static final String EXPECTED =
      "s3://BUCKET/PREFIX?region=REGION, and where it is not AWS's own S3"
          + " &endpoint=http://HOST:PORT&s3ForcePathStyle=true";
  private static final Pattern BUCKET = Pattern.compile("[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]");
  private static final Pattern REGION_NAME = Pattern.compile("[a-z0-9-]+");

  /** Whether a text is meant as such a URL. */
  public static boolean isMeant(String text) {
    return text.startsWith(SCHEME);
  }

  /**
   * Reads a URL.
   *
   * @throws StateException when it is none
   */
  public static S3Url parse(String text) {
    String rest = text.substring(SCHEME.length());
    int question = rest.indexOf('?');
    String path = question < 0 ? rest : rest.substring(0, question);
    int slash = path.indexOf('/');
    String bucket = slash < 0 ? path : path.substring(0, slash);
    if (!BUCKET.matcher(bucket).matches()) {
      throw wrong(text, "\"" + bucket + "\" is no name of a bucket");
    }
    Map<String, String> options = options(text, question < 0 ? "" : rest.substring(question + 1));
    return new S3Url(
        text,
        bucket,
        prefix(text, slash < 0 ? "" : path.substring(slash + 1)),
        region(text, options.get(REGION)),
        endpoint(text, options),
        flag(text, options, PATH_STYLE),
        Optional.ofNullable(options.get(PROFILE)));
  }

  private static String prefix(String text, String path) {
    String decoded = decode(path);
    String bare = decoded.endsWith("/") ? decoded.substring(0, decoded.length() - 1) : decoded;
    for (String part : bare.split("/", -1)) {
      if (!bare.isEmpty() && (part.isEmpty() || part.equals(".") || part.equals(".."))) {
        throw wrong(text, "the prefix \"" + decoded + "\" has an empty part, . or ..");
      }
    }
    return bare.isEmpty() ? "" : bare + "/";
  }

  private static Map<String, String> options(String text, String query) {
    Map<String, String> options = new TreeMap<>();
    for (String pair : query.split("&", -1)) {
      if (pair.isEmpty()) {
        continue;
      }
      int equals = pair.indexOf('=');
      String name = decode(equals < 0 ? pair : pair.substring(0, equals));
      String value = equals < 0 ? "" : decode(pair.substring(equals + 1));
      switch (name) {
        case REGION, ENDPOINT, PATH_STYLE, DISABLE_SSL, PROFILE, PULUMIS_SDK -> {
          if (value.isEmpty()) {
            throw wrong(text, name + " has no value");
          }
          if (options.put(name, value) != null) {
            throw wrong(text, name + " is given twice");
          }
        }
        default ->
            throw wrong(
                text,
                "\""
                    + name
                    + "\" is not known; there are "
                    + String.join(", ", REGION, ENDPOINT, PATH_STYLE, DISABLE_SSL, PROFILE));
      }
    }
    return options;
  }

  private static Optional<String> region(String text, @Nullable String region) {
    if (region != null && !REGION_NAME.matcher(region).matches()) {
      throw wrong(text, "\"" + region + "\" is no region");
    }
    return Optional.ofNullable(region);
  }

  /** Pulumi takes an endpoint without scheme, too. */
  private static Optional<URI> endpoint(String text, Map<String, String> options) {
    String given = options.get(ENDPOINT);
    boolean plain = flag(text, options, DISABLE_SSL).orElse(false);
    if (given == null) {
      return Optional.empty();
    }
    String url = given.contains("://") ? given : (plain ? "http://" : "https://") + given;
    try {
      URI endpoint = new URI(url);
      String scheme = String.valueOf(endpoint.getScheme()).toLowerCase(Locale.ROOT);
      if (endpoint.getHost() != null && (scheme.equals("http") || scheme.equals("https"))) {
        return Optional.of(endpoint);
      }
    } catch (URISyntaxException e) {
      // told of below, like any other text that is no URL
    }
    throw wrong(text, "the endpoint \"" + given + "\" is no URL");
  }

  private static Optional<Boolean> flag(String text, Map<String, String> options, String name) {
    String value = options.get(name);
    if (value == null) {
      return Optional.empty();
    }
    if (!value.equals("true") && !value.equals("false")) {
      throw wrong(text, name + " is \"" + value + "\", and true or false was expected");
    }
    return Optional.of(value.equals("true"));
  }

  private static String decode(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return text;
    }
  }

  private static StateException wrong(String text, String reason) {
    return new StateException(
        "the place of the state, " + text + ", cannot be used: " + reason,
        "give it as " + EXPECTED,
        null);
  }
}
