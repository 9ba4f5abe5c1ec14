/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.iam;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

/** Policies as IAM answers them: encoded as in a URL. */
final class PolicyText {
  private PolicyText() {}

  static String decoded(String document) {
    // URLDecoder takes a plus for a space, which IAM writes as %20.
    return URLDecoder.decode(document.replace("+", "%2B"), StandardCharsets.UTF_8);
  }
}
