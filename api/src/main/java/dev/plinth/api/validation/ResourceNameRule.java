/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.api.validation;

import dev.plinth.api.computestack.ComputeStack;
import dev.plinth.api.computestack.NamedResource;
import dev.plinth.api.computestack.NamedResource.Part;
import dev.plinth.api.computestack.StackResources;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** No two parts of a stack are named such that each would have a resource of the same name. */
final class ResourceNameRule implements StackRule {

  @Override
  public void check(ComputeStack stack, Report report) {
    Map<String, NamedResource> taken = new HashMap<>();
    Set<Set<String>> reported = new HashSet<>();
    for (NamedResource resource : StackResources.of(stack)) {
      String words = resource.part().words();
      for (String key : List.of(keyInStack(resource), keyInAws(resource))) {
        NamedResource first = taken.putIfAbsent(key, resource);
        // Parts of one sort and one name are PartNameRule's.
        if (first != null
            && !first.part().words().equals(words)
            && reported.add(Set.of(first.part().words(), words))) {
          report(first, resource, report);
        }
      }
    }
  }

  private static void report(NamedResource first, NamedResource second, Report report) {
    Part renamed = second.part().canBeRenamed() ? second.part() : first.part();
    Part other = second.part().canBeRenamed() ? first.part() : second.part();
    String name =
        second.logicalName().equals(first.logicalName()) ? second.logicalName() : second.name();
    report.error(
        "manifest.duplicate-name",
        renamed.namePath(),
        "%s and %s would both have the %s %s."
            .formatted(renamed.words(), other.words(), second.sort().words(), name),
        other.canBeRenamed() ? "rename one of them." : "rename " + renamed.words() + ".");
  }

  private static String keyInStack(NamedResource resource) {
    return String.join("\n", resource.sort().name(), resource.logicalName());
  }

  private static String keyInAws(NamedResource resource) {
    return resource.name().isEmpty()
        ? keyInStack(resource)
        : String.join("\n", resource.sort().name(), resource.scope(), resource.name());
  }
}
