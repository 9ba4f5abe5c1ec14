/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.model;

import dev.plinth.aws.schema.Kind;
import dev.plinth.aws.schema.Property;
import dev.plinth.aws.schema.Shape;
import dev.plinth.engine.value.PropertyMap;
import dev.plinth.engine.value.PropertyValue;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkPojo;

/**
 * Reads outputs from the SDK's model classes. What AWS answers in place of <em>not set</em>, such
 * as an empty string or list, is left out.
 */
public final class ModelReader {
  private ModelReader() {}

  /** The properties that the model has a field for. */
  public static PropertyMap read(Shape shape, SdkPojo model) {
    PropertyMap.Builder outputs = PropertyMap.builder();
    for (Property property : shape.properties()) {
      ModelPath.reach(model, property)
          .flatMap(reached -> value(property, reached.value()))
          .ifPresent(value -> outputs.put(property.name(), value));
    }
    return outputs.build();
  }

  private static Optional<PropertyValue> value(Property property, @Nullable Object value) {
    if (value instanceof SdkPojo model) {
      return object(property, model);
    }
    if (value instanceof List<?> list) {
      return list(property, list);
    }
    if (value instanceof Map<?, ?> map) {
      return map(property, map);
    }
    return Optional.ofNullable(value).flatMap(some -> scalar(property, some));
  }

  private static Optional<PropertyValue> object(Property property, SdkPojo model) {
    Shape members = property.members();
    PropertyMap read = members == null ? PropertyMap.empty() : read(members, model);
    return read.isEmpty() ? Optional.empty() : Optional.of(PropertyValue.of(read));
  }

  /** Pulumi makes one value of a list that never holds more. */
  private static Optional<PropertyValue> list(Property property, List<?> list) {
    if (property.kind() == Kind.MAP) {
      return ModelPairs.read(list);
    }
    Property element = property.element();
    if (element == null) {
      return list.isEmpty() ? Optional.empty() : value(property, list.get(0));
    }
    List<PropertyValue> read = new ArrayList<>();
    for (Object item : list) {
      value(element, item).ifPresent(read::add);
    }
    return read.isEmpty() ? Optional.empty() : Optional.of(PropertyValue.of(read));
  }

  private static Optional<PropertyValue> map(Property property, Map<?, ?> map) {
    Property element = property.element();
    PropertyMap.Builder read = PropertyMap.builder();
    if (element != null) {
      map.forEach(
          (key, item) ->
              scalar(element, item instanceof List<?> list ? joined(list) : item)
                  .ifPresent(value -> read.put((String) key, value)));
    }
    PropertyMap entries = read.build();
    return entries.isEmpty() ? Optional.empty() : Optional.of(PropertyValue.of(entries));
  }

  /** Pulumi gives a list inside a map as one text. */
  private static String joined(List<?> list) {
    return list.stream().map(String::valueOf).collect(Collectors.joining(","));
  }

  private static Optional<PropertyValue> scalar(Property property, Object value) {
    if (value instanceof Boolean flag) {
      return Optional.of(PropertyValue.of(flag));
    }
    if (value instanceof Number number && property.kind() != Kind.STRING) {
      return Optional.of(PropertyValue.of(number.doubleValue()));
    }
    String text = text(value);
    if (property.kind() == Kind.BOOLEAN) {
      return Optional.of(PropertyValue.of(text.equals(ModelWriter.ON)));
    }
    return text.isEmpty() ? Optional.empty() : Optional.of(PropertyValue.of(text));
  }

  /** Numbers and times that Pulumi gives as text. */
  private static String text(Object value) {
    if (value instanceof Instant time) {
      return time.truncatedTo(ChronoUnit.SECONDS).toString();
    }
    boolean whole = value instanceof Double number && number == Math.rint(number);
    return whole ? Long.toString(((Double) value).longValue()) : value.toString();
  }
}
