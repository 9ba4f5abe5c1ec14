/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.engine.provider;

import dev.plinth.engine.value.PropertyMap;
import java.util.List;

/**
 * The inputs as they will be used, or what is wrong with them.
 *
 * @param inputs the inputs with defaults and names filled in
 * @param failures what is wrong with them; empty when they can be used
 */
public record CheckResult(PropertyMap inputs, List<CheckFailure> failures) {
  public CheckResult {
    failures = List.copyOf(failures);
  }

  public static CheckResult ok(PropertyMap inputs) {
    return new CheckResult(inputs, List.of());
  }
}
