/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.events;

import dev.plinth.engine.value.PropertyMap;

/**
 * Where a rule is.
 *
 * @param bus a name or an ARN, as the program has it
 */
record RuleKey(String bus, String name) {

  static RuleKey of(PropertyMap inputs) {
    return new RuleKey(
        inputs.text("eventBusName").orElse(EventNames.DEFAULT_BUS),
        inputs.text("name").orElseThrow());
  }

  /** No name of a rule has a slash; names and ARNs of buses may have some. */
  static RuleKey ofId(String id) {
    int slash = id.lastIndexOf('/');
    return slash < 0
        ? new RuleKey(EventNames.DEFAULT_BUS, id)
        : new RuleKey(id.substring(0, slash), id.substring(slash + 1));
  }

  String id() {
    return bus.equals(EventNames.DEFAULT_BUS) ? name : bus + "/" + name;
  }
}
