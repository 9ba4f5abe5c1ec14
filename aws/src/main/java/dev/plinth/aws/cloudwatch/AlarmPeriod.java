/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.cloudwatch;

import dev.plinth.aws.schema.ValueRule;
import dev.plinth.engine.value.PropertyValue;
import dev.plinth.engine.value.PropertyValue.Num;
import org.jspecify.annotations.Nullable;

/** The seconds over which CloudWatch computes a statistic: 10, 20, 30 or whole minutes. */
final class AlarmPeriod implements ValueRule {
  private static final int MINUTE = 60;

  @Override
  public @Nullable String violation(PropertyValue value) {
    int period = (int) ((Num) value).value();
    boolean right =
        period == 10 || period == 20 || period == 30 || (period > 0 && period % MINUTE == 0);
    return right ? null : period + " is no period: use 10, 20, 30 or a multiple of 60 seconds.";
  }
}
