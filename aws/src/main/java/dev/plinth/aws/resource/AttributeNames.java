/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.resource;

import dev.plinth.aws.schema.Property;
import dev.plinth.aws.schema.Shape;
import dev.plinth.engine.value.PropertyMap;
import dev.plinth.engine.value.PropertyValue;
import dev.plinth.engine.value.PropertyValue.Bool;
import dev.plinth.engine.value.PropertyValue.Num;
import dev.plinth.engine.value.PropertyValue.Text;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The properties of a resource that its service keeps as attributes: a map of strings, under names
 * of its own.
 *
 * @param byProperty the attribute of each property
 * @param <A> the type of the attributes' names
 */
public record AttributeNames<A>(Map<String, A> byProperty) {
  public AttributeNames {
    byProperty = Collections.unmodifiableMap(new TreeMap<>(byProperty));
  }

  public Set<String> properties() {
    return byProperty.keySet();
  }

  public A attribute(String property) {
    A attribute = byProperty.get(property);
    if (attribute == null) {
      throw new IllegalStateException(property + " is no attribute");
    }
    return attribute;
  }

  /** The attributes for those of the properties that have a value; a new map. */
  public Map<A, String> of(PropertyMap inputs, Collection<String> properties) {
    Map<A, String> attributes = new LinkedHashMap<>();
    for (String property : properties) {
      inputs
          .get(property)
          .flatMap(AttributeNames::text)
          .ifPresent(text -> attributes.put(attribute(property), text));
    }
    return attributes;
  }

  /** Puts the properties that attributes stand for, each as the kind that the shape gives it. */
  public void put(PropertyMap.Builder outputs, Shape shape, Map<A, String> attributes) {
    byProperty.forEach(
        (property, attribute) -> {
          String text = attributes.get(attribute);
          Property declared = shape.property(property);
          if (text != null && !text.isEmpty() && declared != null) {
            outputs.put(property, value(declared, text));
          }
        });
  }

  private static PropertyValue value(Property property, String text) {
    return switch (property.kind()) {
      case INTEGER -> PropertyValue.of(Double.parseDouble(text));
      case BOOLEAN -> PropertyValue.of(Boolean.parseBoolean(text));
      default -> PropertyValue.of(text);
    };
  }

  private static Optional<String> text(PropertyValue value) {
    PropertyValue plain = value.withoutSecrets();
    if (plain instanceof Num number) {
      return Optional.of(Long.toString((long) number.value()));
    }
    if (plain instanceof Bool flag) {
      return Optional.of(Boolean.toString(flag.value()));
    }
    return plain instanceof Text text && !text.value().isEmpty()
        ? Optional.of(text.value())
        : Optional.empty();
  }
}
