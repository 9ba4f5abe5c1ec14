/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.call;

import java.util.List;
import java.util.Optional;

/**
 * A refusal that users meet often.
 *
 * @param codes AWS's error codes; none for any
 * @param fragment a part of AWS's words; empty for any
 * @param property the input that is to blame, where there is no doubt about it
 * @param remedy what to do
 */
record KnownRefusal(List<String> codes, String fragment, Optional<String> property, String remedy) {

  /** A refusal that is known by AWS's words. */
  static KnownRefusal saying(String fragment, String remedy) {
    return new KnownRefusal(List.of(), fragment, Optional.empty(), remedy);
  }

  /** A refusal that is known by its code, or by any of several that services have for it. */
  static KnownRefusal coded(String remedy, String... codes) {
    return new KnownRefusal(List.of(codes), "", Optional.empty(), remedy);
  }

  /** The same, which is about an input. */
  KnownRefusal about(String input) {
    return new KnownRefusal(codes, fragment, Optional.of(input), remedy);
  }

  boolean matches(String code, String said) {
    return (codes.isEmpty() || codes.contains(code)) && said.contains(fragment);
  }
}
