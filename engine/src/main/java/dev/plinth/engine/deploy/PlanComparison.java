/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.engine.deploy;

import dev.plinth.engine.step.Op;
import dev.plinth.engine.urn.Urn;
import dev.plinth.engine.value.Archive;
import dev.plinth.engine.value.PropertyMap;
import dev.plinth.engine.value.PropertyValue;
import dev.plinth.engine.value.PropertyValue.ArchiveValue;
import dev.plinth.engine.value.PropertyValue.AssetValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Says which facts a plan rests on that are others by now. */
final class PlanComparison {
  private PlanComparison() {}

  static List<String> between(Plan planned, Plan now) {
    List<String> facts = new ArrayList<>();
    if (!planned.base().equals(now.base())) {
      facts.add("the state is not the one that the plan was made from");
    }
    Set<Urn> urns = new TreeSet<>(planned.steps().keySet());
    urns.addAll(now.steps().keySet());
    for (Urn urn : urns) {
      List<Op> before = planned.steps().getOrDefault(urn, List.of());
      List<Op> after = now.steps().getOrDefault(urn, List.of());
      PropertyMap wished = planned.inputs().getOrDefault(urn, PropertyMap.empty());
      PropertyMap given = now.inputs().getOrDefault(urn, PropertyMap.empty());
      for (String name : differing(wished, given)) {
        facts.add(urn + ": " + describe(name, wished.get(name), given.get(name)));
      }
      if (!before.equals(after)) {
        facts.add(
            urn + ": the plan has " + words(before) + ", and now it would be " + words(after));
      }
    }
    return facts;
  }

  /** The properties that differ; nothing is compared with what the plan does not know. */
  static List<String> differing(PropertyMap planned, PropertyMap now) {
    Set<String> names = new TreeSet<>(planned.names());
    names.addAll(now.names());
    return names.stream().filter(name -> !sameAsPlanned(planned.get(name), now.get(name))).toList();
  }

  private static boolean sameAsPlanned(
      Optional<PropertyValue> planned, Optional<PropertyValue> now) {
    return planned.filter(PropertyValue::containsUnknowns).isPresent()
        || planned
            .map(PropertyValue::withoutSecrets)
            .equals(now.map(PropertyValue::withoutSecrets));
  }

  private static String describe(
      String name, Optional<PropertyValue> planned, Optional<PropertyValue> now) {
    Optional<String> before = planned.flatMap(PlanComparison::digest);
    Optional<String> after = now.flatMap(PlanComparison::digest);
    if (before.isPresent() && after.isPresent()) {
      return "the content of " + name + " was " + before.get() + " and is " + after.get();
    }
    return name
        + (planned.isEmpty()
            ? " was not set, and is now"
            : now.isEmpty() ? " was set, and is not now" : " is another value now");
  }

  private static Optional<String> digest(PropertyValue value) {
    if (value instanceof AssetValue asset) {
      return asset.asset().hash();
    }
    if (value instanceof ArchiveValue archive) {
      Archive content = archive.archive();
      return content.hash();
    }
    return Optional.empty();
  }

  private static String words(List<Op> ops) {
    return ops.isEmpty()
        ? "nothing"
        : ops.stream().map(Op::wireName).collect(Collectors.joining(", "));
  }
}
