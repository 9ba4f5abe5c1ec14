/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.engine.deploy;

import dev.plinth.engine.step.Op;
import dev.plinth.engine.urn.Urn;
import dev.plinth.engine.value.PropertyMap;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The steps that a preview foresaw, with the facts that they follow from.
 *
 * @param base the digest of the state that the preview started from
 * @param steps the operations on each resource, in order
 * @param inputs the checked inputs that each resource is to have; what only the run itself can know
 *     is unknown
 * @param seeds what names were drawn from, as base64
 */
public record Plan(
    String base, Map<Urn, List<Op>> steps, Map<Urn, PropertyMap> inputs, Map<Urn, String> seeds) {

  public Plan {
    TreeMap<Urn, List<Op>> copy = new TreeMap<>();
    steps.forEach((urn, ops) -> copy.put(urn, List.copyOf(ops)));
    steps = Collections.unmodifiableMap(copy);
    inputs = Collections.unmodifiableMap(new TreeMap<>(inputs));
    seeds = Collections.unmodifiableMap(new TreeMap<>(seeds));
  }

  /**
   * What another preview foresees differently, in sentences without any value.
   *
   * @param now the plan as it would be made now
   */
  public List<String> changedFacts(Plan now) {
    return PlanComparison.between(this, now);
  }
}
