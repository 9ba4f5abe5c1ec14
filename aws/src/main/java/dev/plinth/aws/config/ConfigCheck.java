/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.config;

import dev.plinth.aws.schema.InputCheck;
import dev.plinth.aws.schema.ResourceDiff;
import dev.plinth.engine.provider.CheckFailure;
import dev.plinth.engine.provider.CheckResult;
import dev.plinth.engine.provider.DiffResult;
import dev.plinth.engine.provider.PropertyDiff;
import dev.plinth.engine.value.PropertyMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Checks and compares provider configurations. */
public final class ConfigCheck {
  private ConfigCheck() {}

  /** What is wrong with a configuration; its values stay in the form in which they came. */
  public static CheckResult check(PropertyMap config) {
    return new CheckResult(config, failures(config));
  }

  static List<CheckFailure> failures(PropertyMap config) {
    return InputCheck.failures(ConfigSchema.SHAPE, WireConfig.decode(config));
  }

  /**
   * What changes. Another region replaces the provider and with it every resource; a region that
   * was ambient before may be the same one, so it does not.
   */
  public static DiffResult diff(PropertyMap olds, PropertyMap news, List<String> ignoreChanges) {
    PropertyMap before = WireConfig.decode(olds);
    Map<String, PropertyDiff> changes =
        new TreeMap<>(
            ResourceDiff.changes(
                ConfigSchema.SHAPE, before, before, WireConfig.decode(news), ignoreChanges));
    changes.computeIfPresent(
        "region",
        (name, change) ->
            new PropertyDiff(
                change.kind(), change.kind() == PropertyDiff.Kind.UPDATE, change.inputDiff()));
    return new DiffResult(changes, false);
  }
}
