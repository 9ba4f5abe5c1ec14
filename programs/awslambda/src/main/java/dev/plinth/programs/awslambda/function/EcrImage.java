/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.programs.awslambda.function;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The name of a container image in ECR, taken apart.
 *
 * @param registry the host, whose first label is the account that has the repository
 * @param repository such as {@code shop/orders}
 */
record EcrImage(String registry, String repository, Optional<String> tag, Optional<String> digest) {
  private static final Pattern FORM =
      Pattern.compile("(?<registry>[^/]+)/(?<repository>[^:@]+)(:(?<tag>[^@]+))?(@(?<digest>.+))?");

  /** Reads a URI that passed validation; empty when it is none of an image. */
  static Optional<EcrImage> parse(String uri) {
    Matcher matcher = FORM.matcher(uri);
    return matcher.matches()
        ? Optional.of(
            new EcrImage(
                matcher.group("registry"),
                matcher.group("repository"),
                Optional.ofNullable(matcher.group("tag")),
                Optional.ofNullable(matcher.group("digest"))))
        : Optional.empty();
  }

  String registryId() {
    return registry.substring(0, registry.indexOf('.'));
  }

  /** The same image by a digest, which no push can change. */
  String at(String imageDigest) {
    return registry + "/" + repository + "@" + imageDigest;
  }
}
