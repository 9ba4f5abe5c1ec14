/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.schema;

import dev.plinth.engine.value.PropertyMap;
import dev.plinth.engine.value.PropertyValue;
import dev.plinth.engine.value.PropertyValue.Null;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Checks the inputs of one object, the resource itself or one inside it. */
final class ObjectCheck {
  private static final String INTERNAL = "__";

  private final Findings findings;
  private final ValueCheck values;

  ObjectCheck(Findings findings) {
    this.findings = findings;
    this.values = new ValueCheck(this, findings);
  }

  /**
   * @param defaults the names of the inputs that were filled in; may be added to
   */
  record Checked(PropertyMap inputs, Set<String> defaults) {}

  Checked check(Shape shape, String path, PropertyMap news, PropertyMap olds) {
    PropertyMap.Builder inputs = PropertyMap.builder();
    for (Map.Entry<String, PropertyValue> entry : news.asMap().entrySet()) {
      given(shape, path, entry.getKey(), entry.getValue(), olds, inputs);
    }
    Set<String> defaults = new TreeSet<>();
    for (Property property : shape.properties()) {
      if (property.isInput() && !isGiven(news, property.name())) {
        missing(property, path, olds, inputs, defaults);
      }
    }
    PropertyMap checked = inputs.build();
    for (Constraint constraint : shape.constraints()) {
      constraint.check(checked, path, findings);
    }
    return new Checked(checked, defaults);
  }

  /** Checks a name that was not given but drawn, so that AWS's own rules hold for it too. */
  void checkDrawn(Shape shape, String name, PropertyValue value) {
    Property property = shape.property(name);
    if (property != null) {
      values.check(property, name, value, null);
    }
  }

  /** The default that the last check filled in, which stays for the resource's life. */
  static @Nullable PropertyValue keptDefault(PropertyMap olds, String name) {
    boolean wasDefault = olds.texts(ResourceSchema.DEFAULTS).orElse(List.of()).contains(name);
    return wasDefault ? olds.get(name).orElse(null) : null;
  }

  private void given(
      Shape shape,
      String path,
      String name,
      PropertyValue value,
      PropertyMap olds,
      PropertyMap.Builder inputs) {
    if (name.startsWith(INTERNAL) || value instanceof Null) {
      return;
    }
    String at = Paths.member(path, name);
    Property property = shape.property(name);
    String refusal = shape.refused().get(name);
    if (refusal != null) {
      findings.add(at, refusal);
    } else if (property == null) {
      findings.add(at, shape.reasonForUnknown() + suggestion(shape, name));
    } else if (!property.isInput()) {
      findings.add(at, "It is an output: AWS decides its value. Take it out.");
    } else {
      inputs.put(name, values.check(property, at, value, olds.get(name).orElse(null)));
    }
  }

  private void missing(
      Property property,
      String path,
      PropertyMap olds,
      PropertyMap.Builder inputs,
      Set<String> defaults) {
    if (property.is(Trait.REQUIRED)) {
      findings.add(Paths.member(path, property.name()), "It is required and is not set.");
    } else if (property.defaultValue() != null) {
      PropertyValue kept = keptDefault(olds, property.name());
      inputs.put(property.name(), kept == null ? property.defaultValue() : kept);
      defaults.add(property.name());
    }
  }

  private static boolean isGiven(PropertyMap news, String name) {
    return news.has(name) && !(news.get(name).orElseThrow() instanceof Null);
  }

  private static String suggestion(Shape shape, String name) {
    return Suggestion.among(
        name, shape.properties().stream().filter(Property::isInput).map(Property::name).toList());
  }
}
