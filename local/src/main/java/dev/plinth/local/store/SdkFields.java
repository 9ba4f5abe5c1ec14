/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.local.store;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.util.SdkAutoConstructList;
import software.amazon.awssdk.core.util.SdkAutoConstructMap;
import software.amazon.awssdk.utils.builder.Buildable;
import software.amazon.awssdk.utils.builder.ToCopyableBuilder;

/** Copies between model classes of the SDK that have the same fields and no type in common. */
public final class SdkFields {
  private SdkFields() {}

  /**
   * Builds an object with the fields that {@code source} has a value for.
   *
   * @param builder an empty builder of {@code type}
   */
  public static <T> T copy(SdkPojo source, Buildable builder, Class<T> type) {
    Map<String, Object> values = new HashMap<>();
    for (SdkField<?> field : source.sdkFields()) {
      Object value = field.getValueOrDefault(source);
      if (isSet(value)) {
        values.put(field.locationName(), value);
      }
    }
    SdkPojo target = (SdkPojo) builder;
    for (SdkField<?> field : target.sdkFields()) {
      Object value = values.get(field.locationName());
      if (value != null) {
        field.set(target, value);
      }
    }
    return type.cast(builder.build());
  }

  /** Whether a field has a value; the SDK gives lists and maps that were not set as empty ones. */
  public static boolean isSet(Object value) {
    return value != null
        && !(value instanceof SdkAutoConstructList)
        && !(value instanceof SdkAutoConstructMap);
  }

  /**
   * A resource as a request that changes it leaves it, in the way that most of AWS's updates have:
   * a field that the request sets replaces the old one, a map's entries one by one, and an empty
   * value takes away.
   *
   * @param builder an empty builder of {@code type}
   */
  public static <T extends SdkPojo> T merge(
      T before, SdkPojo request, Buildable builder, Class<T> type) {
    T asked = copy(request, builder, type);
    SdkPojo merged = (SdkPojo) ((ToCopyableBuilder<?, ?>) before).toBuilder();
    for (SdkField<?> field : merged.sdkFields()) {
      Object value = field.getValueOrDefault(asked);
      if (isSet(value)) {
        Object now =
            value instanceof Map<?, ?> map ? entries(field.getValueOrDefault(before), map) : value;
        field.set(merged, isEmpty(now) ? null : now);
      }
    }
    return type.cast(((Buildable) merged).build());
  }

  private static Map<Object, Object> entries(Object before, Map<?, ?> changes) {
    Map<Object, Object> entries = new HashMap<>();
    if (before instanceof Map<?, ?> old) {
      entries.putAll(old);
    }
    entries.putAll(changes);
    entries.values().removeIf(SdkFields::isEmpty);
    return entries;
  }

  /** Whether a value is a model, a list or a map that says nothing. */
  public static boolean isEmpty(Object value) {
    if (value instanceof SdkPojo model) {
      return model.sdkFields().stream()
          .map(field -> field.getValueOrDefault(model))
          .allMatch(inner -> !isSet(inner) || isEmpty(inner));
    }
    return (value instanceof Collection<?> list && list.isEmpty())
        || (value instanceof Map<?, ?> map && map.isEmpty())
        || (value instanceof String text && text.isEmpty());
  }
}
