/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.schema;

import dev.plinth.engine.provider.DiffRequest;
import dev.plinth.engine.provider.DiffResult;
import dev.plinth.engine.provider.PropertyDiff;
import dev.plinth.engine.value.PropertyMap;
import dev.plinth.engine.value.PropertyValue;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Compares new inputs with a resource as the state has it, so that what drifted counts as a change.
 */
public final class ResourceDiff {
  private ResourceDiff() {}

  public static DiffResult diff(ResourceSchema schema, DiffRequest request) {
    Map<String, PropertyDiff> changes =
        changes(
            schema.shape(),
            request.oldInputs(),
            request.oldOutputs(),
            request.newInputs(),
            request.ignoreChanges());
    if (changes.isEmpty()) {
      return DiffResult.none();
    }
    boolean replaces = changes.values().stream().anyMatch(PropertyDiff::replaces);
    return new DiffResult(
        changes, replaces && (schema.deletesFirst() || collides(schema, request)));
  }

  /** What changes by property path. */
  public static Map<String, PropertyDiff> changes(
      Shape shape,
      PropertyMap oldInputs,
      PropertyMap oldOutputs,
      PropertyMap newInputs,
      List<String> ignoreChanges) {
    Map<String, PropertyDiff> changes = new TreeMap<>();
    for (Property property : shape.properties()) {
      String name = property.name();
      if (property.isInput() || newInputs.has(name)) {
        boolean fromInputs = !oldOutputs.has(name) && oldInputs.has(name);
        PropertyMap olds = fromInputs ? oldInputs : oldOutputs;
        new ValueDiff(changes, fromInputs)
            .compare(
                property,
                name,
                property.is(Trait.REPLACES),
                olds.get(name).orElse(null),
                newInputs.get(name).orElse(null));
      }
    }
    if (!ignoreChanges.isEmpty()) {
      IgnoredPaths ignored = new IgnoredPaths(ignoreChanges);
      changes.keySet().removeIf(ignored::covers);
    }
    return changes;
  }

  /** The properties of the resource itself that paths lead into. */
  public static Set<String> roots(Set<String> paths) {
    Set<String> roots = new TreeSet<>();
    for (String path : paths) {
      int end = 0;
      while (end < path.length() && path.charAt(end) != '.' && path.charAt(end) != '[') {
        end++;
      }
      roots.add(path.substring(0, end));
    }
    return roots;
  }

  /**
   * Whether old and new resource cannot exist at once: the program fixed everything that tells them
   * apart, and fixed it to what it was. A name that was drawn is drawn anew for a replacement.
   */
  private static boolean collides(ResourceSchema schema, DiffRequest request) {
    if (schema.identity().isEmpty()) {
      return false;
    }
    List<String> drawn = request.newInputs().texts(ResourceSchema.DEFAULTS).orElse(List.of());
    boolean fixed = false;
    for (String name : schema.identity()) {
      PropertyValue now = request.newInputs().get(name).orElse(null);
      PropertyValue before =
          request.oldOutputs().get(name).or(() -> request.oldInputs().get(name)).orElse(null);
      if (now == null && before == null) {
        continue;
      }
      if (now == null || before == null || drawn.contains(name) || !Meaning.same(before, now)) {
        return false;
      }
      fixed = true;
    }
    return fixed;
  }
}
