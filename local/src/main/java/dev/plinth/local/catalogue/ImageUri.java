/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.local.catalogue;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The name of a container image in ECR.
 *
 * @param registry the account that has the repository
 * @param repository such as {@code shop/orders}
 */
public record ImageUri(
    String registry, String repository, Optional<String> tag, Optional<String> digest) {
  private static final Pattern FORM =
      Pattern.compile(
          "(?<registry>\\d{12})\\.dkr[^/]*/(?<repository>[^:@]+)"
              + "(:(?<tag>[^@]+))?(@(?<digest>sha256:[0-9a-f]{64}))?");

  /** Reads a URI; empty when it is none of an image in ECR. */
  public static Optional<ImageUri> parse(String uri) {
    Matcher matcher = FORM.matcher(uri);
    return matcher.matches()
        ? Optional.of(
            new ImageUri(
                matcher.group("registry"),
                matcher.group("repository"),
                Optional.ofNullable(matcher.group("tag")),
                Optional.ofNullable(matcher.group("digest"))))
        : Optional.empty();
  }

  boolean isInRepositoryOf(ImageUri other) {
    return registry.equals(other.registry) && repository.equals(other.repository);
  }
}
