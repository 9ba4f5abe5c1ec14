/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.local.lambda;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * The part of a list that a request asks for. A marker is a function's name and the index of one of
 * its versions, in base64 so that nobody builds one by hand.
 *
 * @param name the function to go on with; empty for the first page
 * @param index the version of that function to go on with
 * @param size at most {@value #MOST}, whatever is asked for, as AWS has it
 */
record Page(String name, int index, int size) {
  private static final int MOST = 50;

  static Page of(@Nullable String marker, @Nullable Integer maxItems) {
    int size = maxItems == null ? MOST : Math.min(maxItems, MOST);
    if (size < 1) {
      throw LambdaFault.invalidParameter("MaxItems must be between 1 and 10000");
    }
    if (marker == null || marker.isEmpty()) {
      return new Page("", 0, size);
    }
    try {
      String text = new String(Base64.getUrlDecoder().decode(marker), StandardCharsets.UTF_8);
      int colon = text.lastIndexOf(':');
      return new Page(text.substring(0, colon), Integer.parseInt(text.substring(colon + 1)), size);
    } catch (IllegalArgumentException | StringIndexOutOfBoundsException e) {
      throw LambdaFault.invalidParameter("Invalid pagination marker");
    }
  }

  static String marker(String name, int index) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString((name + ":" + index).getBytes(StandardCharsets.UTF_8));
  }
}
