/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.model;

import dev.plinth.aws.schema.Property;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.protocol.MarshallingType;
import software.amazon.awssdk.utils.builder.Buildable;
import software.amazon.awssdk.utils.builder.ToCopyableBuilder;

/**
 * Objects that AWS has around a value and Pulumi has not: a property that is called {@code A.B} is
 * the field B of the object in the field A, or of the only object in the list there.
 */
final class ModelPath {
  private ModelPath() {}

  /** The field that a property ends in, below the objects around it. */
  static Optional<Reached> reach(SdkPojo model, Property property) {
    String[] names = property.awsName().split("\\.", -1);
    SdkPojo inner = model;
    for (int i = 0; i < names.length - 1; i++) {
      Optional<SdkField<?>> around = ModelFields.find(inner, names[i]);
      if (around.isEmpty()) {
        return Optional.empty();
      }
      SdkPojo next = only(around.get().getValueOrDefault(inner));
      if (next == null) {
        return Optional.empty();
      }
      inner = next;
    }
    SdkPojo owner = inner;
    return ModelFields.find(owner, names[names.length - 1]).map(field -> new Reached(owner, field));
  }

  /** A field with the object that it is of. */
  record Reached(SdkPojo owner, SdkField<?> field) {
    @Nullable Object value() {
      return field.getValueOrDefault(owner);
    }
  }

  /** Sets the field that a path ends in, and makes the objects around it that are missing. */
  static void set(SdkPojo builder, String path, Setting setting) {
    int dot = path.indexOf('.');
    Optional<SdkField<?>> field =
        ModelFields.find(builder, dot < 0 ? path : path.substring(0, dot));
    if (field.isEmpty()) {
      return;
    }
    if (dot < 0) {
      setting.set(builder, field.get());
      return;
    }
    boolean list = field.get().marshallingType() == MarshallingType.LIST;
    SdkField<?> around = list ? ModelFields.element(field.get()) : field.get();
    // A field is read from what a builder builds, never from the builder.
    SdkPojo present = only(field.get().getValueOrDefault(((Buildable) builder).build()));
    SdkPojo inner =
        present == null
            ? around.constructor().get()
            : (SdkPojo) ((ToCopyableBuilder<?, ?>) present).toBuilder();
    set(inner, path.substring(dot + 1), setting);
    Object built = ((Buildable) inner).build();
    field.get().set(builder, list ? List.of(built) : built);
  }

  /** What is done to the field at the end. */
  interface Setting {
    void set(SdkPojo builder, SdkField<?> field);
  }

  private static @Nullable SdkPojo only(@Nullable Object value) {
    if (value instanceof SdkPojo pojo) {
      return pojo;
    }
    return value instanceof List<?> list && !list.isEmpty() && list.get(0) instanceof SdkPojo first
        ? first
        : null;
  }
}
