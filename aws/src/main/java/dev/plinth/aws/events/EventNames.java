/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.events;

import static dev.plinth.aws.schema.Property.string;

import dev.plinth.aws.schema.Property;
import dev.plinth.aws.schema.Trait;
import dev.plinth.aws.schema.ValueRules;

/** Names that rules and targets have in common, with the letters that EventBridge allows. */
final class EventNames {
  static final String DEFAULT_BUS = "default";
  static final String LETTERS = ".-_";
  static final int LONGEST_RULE = 64;

  private EventNames() {}

  /** The bus of a rule or a target, by its name or its ARN. */
  static Property bus() {
    return string("eventBusName", Trait.REPLACES)
        .defaultsTo(DEFAULT_BUS)
        .where(ValueRules.maxLength(1600))
        .where(ValueRules.letters("/.-_:"));
  }
}
