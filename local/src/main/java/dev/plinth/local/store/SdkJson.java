/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.local.store;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.protocol.MarshallingType;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.core.traits.MapTrait;
import software.amazon.awssdk.utils.builder.Buildable;

/**
 * Turns the SDK's model classes into JSON and back, by the fields that each of them describes
 * itself with, under the names that they have on the wire. A field that the SDK gains is kept
 * without a change here.
 */
public final class SdkJson {
  private SdkJson() {}

  public static JsonObject toJson(SdkPojo pojo) {
    JsonObject object = new JsonObject();
    for (SdkField<?> field : pojo.sdkFields()) {
      Object value = field.getValueOrDefault(pojo);
      if (SdkFields.isSet(value)) {
        object.add(field.locationName(), element(value));
      }
    }
    return object;
  }

  /**
   * Reads what {@link #toJson} wrote.
   *
   * @param builder an empty builder of the class that was written
   */
  public static <T> T fromJson(JsonObject object, Buildable builder, Class<T> type) {
    SdkPojo target = (SdkPojo) builder;
    for (SdkField<?> field : target.sdkFields()) {
      JsonElement element = object.get(field.locationName());
      if (element != null) {
        field.set(target, value(element, field));
      }
    }
    return type.cast(builder.build());
  }

  private static JsonElement element(Object value) {
    if (value instanceof SdkPojo pojo) {
      return toJson(pojo);
    }
    if (value instanceof List<?> list) {
      JsonArray array = new JsonArray();
      list.forEach(member -> array.add(element(member)));
      return array;
    }
    if (value instanceof Map<?, ?> map) {
      JsonObject object = new JsonObject();
      map.forEach((key, member) -> object.add(String.valueOf(key), element(member)));
      return object;
    }
    if (value instanceof Number number) {
      return new JsonPrimitive(number);
    }
    if (value instanceof Instant instant) {
      return new JsonPrimitive(instant.toString());
    }
    if (value instanceof Boolean flag) {
      return new JsonPrimitive(flag);
    }
    if (value instanceof String text) {
      return new JsonPrimitive(text);
    }
    if (value instanceof Instant time) {
      return new JsonPrimitive(time.toString());
    }
    throw new IllegalStateException("no stored resource has a field of " + value.getClass());
  }

  private static Object value(JsonElement element, SdkField<?> field) {
    MarshallingType<?> type = field.marshallingType();
    if (type == MarshallingType.SDK_POJO) {
      return fromJson(
          element.getAsJsonObject(), (Buildable) field.constructor().get(), Object.class);
    }
    if (type == MarshallingType.LIST) {
      SdkField<?> member = field.getTrait(ListTrait.class).memberFieldInfo();
      List<Object> list = new ArrayList<>();
      element.getAsJsonArray().forEach(each -> list.add(value(each, member)));
      return list;
    }
    if (type == MarshallingType.MAP) {
      SdkField<?> member = field.getTrait(MapTrait.class).valueFieldInfo();
      Map<String, Object> map = new LinkedHashMap<>();
      element.getAsJsonObject().asMap().forEach((key, each) -> map.put(key, value(each, member)));
      return map;
    }
    return scalar(element, type);
  }

  private static Object scalar(JsonElement element, MarshallingType<?> type) {
    if (type == MarshallingType.STRING) {
      return element.getAsString();
    }
    if (type == MarshallingType.INTEGER) {
      return element.getAsInt();
    }
    if (type == MarshallingType.LONG) {
      return element.getAsLong();
    }
    if (type == MarshallingType.DOUBLE) {
      return element.getAsDouble();
    }
    if (type == MarshallingType.INSTANT) {
      return Instant.parse(element.getAsString());
    }
    if (type == MarshallingType.BOOLEAN) {
      return element.getAsBoolean();
    }
    throw new IllegalStateException("no stored resource has a field of type " + type);
  }
}
