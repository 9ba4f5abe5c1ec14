/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.schema;

import dev.plinth.engine.value.PropertyMap;
import dev.plinth.engine.value.PropertyValue;
import dev.plinth.engine.value.PropertyValue.Computed;
import dev.plinth.engine.value.PropertyValue.Obj;
import dev.plinth.engine.value.PropertyValue.Secret;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Says what a resource's outputs will be, without asking AWS. */
public final class PreviewOutputs {
  private PreviewOutputs() {}

  /** The outputs of a resource that does not exist yet. */
  public static PropertyMap ofCreate(ResourceSchema schema, PropertyMap inputs) {
    return object(schema.shape(), inputs, PropertyMap.empty(), Set.of(), true);
  }

  /**
   * The outputs after an update.
   *
   * @param changing the outputs that the update makes AWS decide anew
   */
  public static PropertyMap ofUpdate(
      ResourceSchema schema, PropertyMap oldOutputs, PropertyMap newInputs, Set<String> changing) {
    return object(schema.shape(), newInputs, oldOutputs, changing, false);
  }

  private static PropertyMap object(
      Shape shape, PropertyMap inputs, PropertyMap olds, Set<String> changing, boolean isNew) {
    PropertyMap.Builder outputs = PropertyMap.builder();
    for (Property property : shape.properties()) {
      String name = property.name();
      PropertyValue given = inputs.get(name).orElse(null);
      PropertyValue before = olds.get(name).orElse(null);
      boolean decidedByAws = !property.isInput() || property.is(Trait.COMPUTED);
      if (given != null) {
        outputs.put(name, property.kind() == Kind.OBJECT ? filled(property, given, before) : given);
      } else if (decidedByAws && (isNew || changing.contains(name))) {
        outputs.put(name, Computed.INSTANCE);
      } else if (decidedByAws && before != null) {
        outputs.put(name, before);
      }
    }
    return outputs.build();
  }

  private static PropertyValue filled(
      Property property, PropertyValue given, @Nullable PropertyValue before) {
    if (given instanceof Secret secret) {
      return new Secret(filled(property, secret.value(), before));
    }
    if (!(given instanceof Obj object)) {
      return given;
    }
    PropertyValue old = before instanceof Secret secret ? secret.value() : before;
    PropertyMap olds = old instanceof Obj known ? known.properties() : PropertyMap.empty();
    return PropertyValue.of(
        object(property.membersOrThrow(), object.properties(), olds, Set.of(), olds.isEmpty()));
  }
}
