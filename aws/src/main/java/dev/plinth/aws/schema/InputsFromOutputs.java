/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.schema;

import dev.plinth.engine.value.PropertyMap;
import dev.plinth.engine.value.PropertyValue;
import dev.plinth.engine.value.PropertyValue.Obj;
import dev.plinth.engine.value.PropertyValue.Secret;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the inputs that would give a resource as it is, for refresh and import. */
public final class InputsFromOutputs {
  private InputsFromOutputs() {}

  /**
   * The inputs behind a resource.
   *
   * @param prior the inputs that the state has; empty for an import
   * @param outputs the resource as it is
   */
  public static PropertyMap rebuild(ResourceSchema schema, PropertyMap prior, PropertyMap outputs) {
    PropertyMap inputs = object(schema.shape(), prior, outputs, prior.isEmpty());
    return schema.tagged() && outputs.has(ResourceSchema.TAGS_ALL)
        ? inputs.with(ResourceSchema.TAGS_ALL, outputs.get(ResourceSchema.TAGS_ALL).orElseThrow())
        : inputs;
  }

  private static PropertyMap object(
      Shape shape, PropertyMap prior, PropertyMap outputs, boolean isImport) {
    PropertyMap.Builder inputs = PropertyMap.builder();
    for (Property property : shape.properties()) {
      if (property.isInput()) {
        PropertyValue value =
            input(
                property,
                prior.get(property.name()).orElse(null),
                outputs.get(property.name()).orElse(null),
                isImport);
        if (value != null) {
          inputs.put(property.name(), value);
        }
      }
    }
    PropertyMap built = inputs.build();
    return prior.has(ResourceSchema.DEFAULTS) || isImport
        ? built.toBuilder().putTexts(ResourceSchema.DEFAULTS, stillDefaults(prior, built)).build()
        : built;
  }

  /** What drifted is no default any more, or the next check would keep it as one. */
  private static List<String> stillDefaults(PropertyMap prior, PropertyMap built) {
    return prior.texts(ResourceSchema.DEFAULTS).orElse(List.of()).stream()
        .filter(name -> built.has(name) && built.get(name).equals(prior.get(name)))
        .toList();
  }

  private static @Nullable PropertyValue input(
      Property property,
      @Nullable PropertyValue prior,
      @Nullable PropertyValue actual,
      boolean isImport) {
    if (property.is(Trait.UNREADABLE)) {
      return prior;
    }
    if (actual == null) {
      return null;
    }
    if (prior == null) {
      boolean wanted = isImport || !property.is(Trait.COMPUTED);
      return wanted && Meaning.isWorthSaying(property, actual) ? stripped(property, actual) : null;
    }
    return kept(property, prior, actual);
  }

  /** The program's own text where it still says what is, and the actual value where it does not. */
  private static PropertyValue kept(Property property, PropertyValue prior, PropertyValue actual) {
    if (prior instanceof Secret secret) {
      return new Secret(kept(property, secret.value(), actual));
    }
    if (actual instanceof Secret secret) {
      return kept(property, prior, secret.value());
    }
    if (property.kind() == Kind.OBJECT && prior instanceof Obj old && actual instanceof Obj now) {
      return PropertyValue.of(
          object(property.membersOrThrow(), old.properties(), now.properties(), false));
    }
    return ValueDiff.means(property, actual, prior) ? prior : actual;
  }

  private static PropertyValue stripped(Property property, PropertyValue actual) {
    return property.kind() == Kind.OBJECT && actual instanceof Obj object
        ? PropertyValue.of(
            object(property.membersOrThrow(), PropertyMap.empty(), object.properties(), true)
                .without(ResourceSchema.DEFAULTS))
        : actual;
  }
}
