/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.model;

import dev.plinth.aws.resource.Change;
import dev.plinth.aws.schema.Kind;
import dev.plinth.aws.schema.Property;
import dev.plinth.aws.schema.Shape;
import dev.plinth.engine.value.PropertyMap;
import dev.plinth.engine.value.PropertyValue;
import dev.plinth.engine.value.PropertyValue.Bool;
import dev.plinth.engine.value.PropertyValue.Items;
import dev.plinth.engine.value.PropertyValue.Null;
import dev.plinth.engine.value.PropertyValue.Num;
import dev.plinth.engine.value.PropertyValue.Obj;
import dev.plinth.engine.value.PropertyValue.Text;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.protocol.MarshallingType;
import software.amazon.awssdk.utils.builder.Buildable;

/**
 * Writes inputs into the SDK's model classes. An input that a class has no field for is left out,
 * since it is another call's; so is one that is empty, which says no more than none.
 */
public final class ModelWriter {
  /** How AWS writes a switch that is no boolean. */
  static final String ON = "ENABLED";

  private static final String OFF = "DISABLED";

  private ModelWriter() {}

  /** Writes all inputs. */
  public static <B extends SdkPojo> B fill(B builder, Shape shape, PropertyMap inputs) {
    for (Property property : shape.properties()) {
      if (property.isInput()) {
        said(property, inputs)
            .ifPresent(
                value ->
                    ModelPath.set(
                        builder,
                        property.awsName(),
                        (owner, field) -> set(owner, field, property, value)));
      }
    }
    return builder;
  }

  /**
   * Writes the inputs that change. What was taken out of the program is written in its empty form,
   * which is how AWS's updates clear a field; numbers have none and are left as they are.
   */
  public static <B extends SdkPojo> B change(B builder, Shape shape, Change change) {
    for (Property property : shape.properties()) {
      if (change.changes(property.name())) {
        Optional<PropertyValue> value = said(property, change.newInputs());
        field(builder, property)
            .ifPresent(
                into ->
                    value.ifPresentOrElse(
                        now -> set(builder, into, property, now), () -> clear(builder, into)));
      }
    }
    return builder;
  }

  private static Optional<SdkField<?>> field(SdkPojo builder, Property property) {
    return property.isInput() ? ModelFields.find(builder, property) : Optional.empty();
  }

  private static Optional<PropertyValue> said(Property property, PropertyMap inputs) {
    return inputs
        .get(property.name())
        .map(PropertyValue::withoutSecrets)
        .filter(value -> !isEmpty(value));
  }

  private static boolean isEmpty(PropertyValue value) {
    return value instanceof Null
        || (value instanceof Text text && text.value().isEmpty())
        || (value instanceof Items items && items.values().isEmpty());
  }

  private static void set(
      SdkPojo builder, SdkField<?> field, Property property, PropertyValue value) {
    field.set(builder, converted(field, property, value));
  }

  private static void clear(SdkPojo builder, SdkField<?> field) {
    MarshallingType<?> type = field.marshallingType();
    if (type == MarshallingType.STRING) {
      field.set(builder, "");
    } else if (type == MarshallingType.LIST) {
      field.set(builder, List.of());
    } else if (type == MarshallingType.MAP) {
      field.set(builder, Map.of());
    } else if (type == MarshallingType.SDK_POJO) {
      field.set(builder, ((Buildable) field.constructor().get()).build());
    } else if (type == MarshallingType.BOOLEAN) {
      field.set(builder, false);
    }
  }

  private static Object converted(SdkField<?> field, Property property, PropertyValue value) {
    MarshallingType<?> type = field.marshallingType();
    if (type == MarshallingType.LIST) {
      return list(ModelFields.element(field), property, value);
    }
    if (type == MarshallingType.MAP) {
      return map(ModelFields.value(field), elementOf(property), ((Obj) value).properties());
    }
    if (type == MarshallingType.SDK_POJO) {
      SdkPojo inner = field.constructor().get();
      Shape members = property.members();
      if (members == null) {
        throw new IllegalStateException(property.name() + " is an object for AWS only");
      }
      return ((Buildable) fill(inner, members, ((Obj) value).properties())).build();
    }
    return scalar(type, value);
  }

  /** Pulumi makes one value of a list that never holds more. */
  private static List<Object> list(SdkField<?> element, Property property, PropertyValue value) {
    if (value instanceof Obj map && property.kind() == Kind.MAP) {
      return ModelPairs.write(element, map.properties());
    }
    if (!(value instanceof Items items)) {
      return List.of(converted(element, property, value));
    }
    List<Object> list = new ArrayList<>();
    for (PropertyValue item : items.values()) {
      list.add(converted(element, elementOf(property), item));
    }
    return list;
  }

  private static Map<String, Object> map(
      SdkField<?> field, Property element, PropertyMap properties) {
    Map<String, Object> map = new TreeMap<>();
    boolean lists = field.marshallingType() == MarshallingType.LIST;
    properties
        .asMap()
        .forEach(
            (key, value) ->
                map.put(
                    key,
                    lists && value instanceof Text text
                        ? List.of(text.value().split(",", -1)) // Pulumi joins them with commas
                        : converted(field, element, value)));
    return map;
  }

  private static Object scalar(MarshallingType<?> type, PropertyValue value) {
    if (value instanceof Text text) {
      if (type == MarshallingType.DOUBLE) {
        return Double.valueOf(text.value());
      }
      return type == MarshallingType.INSTANT
          ? OffsetDateTime.parse(text.value()).toInstant()
          : text.value();
    }
    if (value instanceof Num num) {
      if (type == MarshallingType.INTEGER) {
        return (int) num.value();
      }
      return type == MarshallingType.LONG ? (Object) (long) num.value() : (Object) num.value();
    }
    if (value instanceof Bool bool && type == MarshallingType.STRING) {
      return bool.value() ? ON : OFF;
    }
    if (value instanceof Bool bool) {
      return bool.value();
    }
    throw new IllegalStateException("no field of AWS's is a " + value.getClass().getSimpleName());
  }

  private static Property elementOf(Property collection) {
    Property element = collection.element();
    if (element == null) {
      throw new IllegalStateException(collection.name() + " is a collection for AWS only");
    }
    return element;
  }
}
