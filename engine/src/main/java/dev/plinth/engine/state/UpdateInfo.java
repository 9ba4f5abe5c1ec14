/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.engine.state;

import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * A run that is over, as a stack's history has it. The components are the keys of Pulumi's {@code
 * UpdateInfo}; tools write kinds and results of their own.
 *
 * @param kind what the run was for: {@code update}, {@code destroy}, {@code refresh}, {@code
 *     resource-import}
 * @param startTime to the second
 * @param message what somebody said of it, or the empty string
 * @param environment what it ran in, by key
 * @param config the stack's configuration, by {@code namespace:key}
 * @param result {@code succeeded} or {@code failed}
 * @param endTime to the second
 * @param version its number; 0 where the backend does not count
 * @param resourceChanges how many resources each operation concerned, by Pulumi's names
 */
public record UpdateInfo(
    String kind,
    Instant startTime,
    String message,
    Map<String, String> environment,
    Map<String, ConfigValue> config,
    String result,
    Instant endTime,
    int version,
    Map<String, Integer> resourceChanges) {

  /**
   * A value of a configuration.
   *
   * @param text the value, or the JSON of one that is no text; empty for one that is secret
   */
  public record ConfigValue(String text, boolean secret) {
    /** What a secret one is shown as. */
    public static ConfigValue ofSecret() {
      return new ConfigValue("", true);
    }

    public static ConfigValue of(String text) {
      return new ConfigValue(text, false);
    }
  }

  public UpdateInfo {
    environment = sorted(environment);
    config = sorted(config);
    resourceChanges = sorted(resourceChanges);
  }

  private static <T> Map<String, T> sorted(Map<String, T> map) {
    return Collections.unmodifiableMap(new TreeMap<>(map));
  }
}
