/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.events;

import dev.plinth.aws.resource.Prior;
import dev.plinth.engine.provider.ProviderException;
import dev.plinth.engine.value.PropertyMap;

/** Where a target is. */
record TargetKey(String bus, String rule, String target) {

  static TargetKey of(PropertyMap properties) {
    return new TargetKey(
        properties.text("eventBusName").orElse(EventNames.DEFAULT_BUS),
        properties.text("rule").orElseThrow(),
        properties.text("targetId").orElseThrow());
  }

  /** From what the state has: an id of the state cannot be taken apart, that of an import can. */
  static TargetKey of(String id, Prior prior) {
    PropertyMap known = prior.outputs().toBuilder().putAll(prior.inputs()).build();
    if (known.has("rule") && known.has("targetId")) {
      return of(known);
    }
    int last = id.lastIndexOf('/');
    if (last <= 0 || last == id.length() - 1) {
      throw new ProviderException(
          "\"" + id + "\" does not name a target.",
          "Use RULE/TARGETID, or BUS/RULE/TARGETID for another bus than the default one.",
          null);
    }
    RuleKey rule = RuleKey.ofId(id.substring(0, last));
    return new TargetKey(rule.bus(), rule.name(), id.substring(last + 1));
  }

  String id() {
    String plain = rule + "-" + target;
    return bus.equals(EventNames.DEFAULT_BUS) ? plain : bus + "-" + plain;
  }
}
