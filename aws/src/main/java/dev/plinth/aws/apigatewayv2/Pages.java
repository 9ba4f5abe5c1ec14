/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.apigatewayv2;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads lists that AWS gives page by page, and the SDK has no paginators for. */
final class Pages {
  private Pages() {}

  /**
   * All items of all pages.
   *
   * @param read asks for the page of a token; for the first one it is null
   * @param next the token of the page after one; null after the last
   */
  static <P, T> List<T> all(
      Function<@Nullable String, P> read,
      Function<P, @Nullable String> next,
      Function<P, List<T>> items) {
    List<T> all = new ArrayList<>();
    String token = null;
    do {
      P page = read.apply(token);
      all.addAll(items.apply(page));
      token = next.apply(page);
    } while (token != null && !token.isEmpty());
    return all;
  }
}
