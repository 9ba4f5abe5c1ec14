/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.resource;

import dev.plinth.engine.value.PropertyMap;
import dev.plinth.engine.value.PropertyValue;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Makes names for {@code namePrefix}: the prefix, a UTC time and a counter, 26 characters in all.
 */
public final class PrefixedName {
  /** How many characters follow the prefix. */
  public static final int SUFFIX_LENGTH = 26;

  private static final AtomicInteger COUNTER = new AtomicInteger();

  private PrefixedName() {}

  /** Names a resource of which the program gave no name but a prefix. */
  public static PropertyMap fill(PropertyMap inputs, String name, String prefix) {
    return inputs
        .text(prefix)
        .filter(text -> !inputs.has(name))
        .map(text -> inputs.with(name, PropertyValue.of(make(text, Instant.now()))))
        .orElse(inputs);
  }

  /**
   * Likewise for a name with an ending that AWS demands.
   *
   * @param suffix such as {@code .fifo}; may be empty
   */
  public static PropertyMap fillWithSuffix(PropertyMap inputs, String suffix) {
    return inputs
        .text("namePrefix")
        .filter(prefix -> !inputs.has("name"))
        .map(prefix -> PropertyValue.of(make(prefix, Instant.now()) + suffix))
        .map(name -> inputs.with("name", name))
        .orElse(inputs);
  }

  public static String make(String prefix, Instant now) {
    String time =
        DateTimeFormatter.ofPattern("yyyyMMddHHmmssSSSS", Locale.ROOT)
            .format(now.atOffset(ZoneOffset.UTC));
    return prefix + time + String.format(Locale.ROOT, "%08x", COUNTER.incrementAndGet());
  }
}
