/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.engine.wire;

import com.google.protobuf.Struct;
import com.google.protobuf.Value;
import dev.plinth.engine.value.PropertyMap;
import dev.plinth.engine.value.PropertyValue;
import dev.plinth.engine.value.PropertyValue.Computed;
import dev.plinth.engine.value.PropertyValue.Null;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Property maps as the Pulumi Java SDK sends and receives them, in protobuf's {@link Struct}.
 *
 * <p>In: every signature, all seven sentinels; null entries of maps are dropped, those of lists
 * kept. Out: only what the Java SDK reads, so no typed sentinel and no output value.
 */
public final class StructCodec {
  private StructCodec() {}

  /**
   * Reads what the program sent.
   *
   * @throws MalformedValueException naming the property, when a value is not what it claims to be
   */
  public static PropertyMap decode(Struct struct) {
    return decodeFields(struct.getFieldsMap());
  }

  /** Writes what the program is to receive. */
  public static Struct encode(PropertyMap properties) {
    Struct.Builder struct = Struct.newBuilder();
    properties.asMap().forEach((name, value) -> struct.putFields(name, encode(value)));
    return struct.build();
  }

  /** Writes one value, as {@link #encode(PropertyMap)} does. */
  public static Value encode(PropertyValue value) {
    return value.accept(ToProtobuf.INSTANCE);
  }

  /** Reads one value, as {@link #decode(Struct)} does. */
  public static PropertyValue decode(Value value) {
    return switch (value.getKindCase()) {
      case NULL_VALUE, KIND_NOT_SET -> Null.INSTANCE;
      case BOOL_VALUE -> PropertyValue.of(value.getBoolValue());
      case NUMBER_VALUE -> PropertyValue.of(value.getNumberValue());
      case STRING_VALUE -> decodeText(value.getStringValue());
      case LIST_VALUE -> decodeItems(value.getListValue().getValuesList());
      case STRUCT_VALUE -> SignedForm.read(decodeFields(value.getStructValue().getFieldsMap()));
    };
  }

  private static PropertyMap decodeFields(Map<String, Value> fields) {
    PropertyMap.Builder properties = PropertyMap.builder();
    // Inside a signed object a null is content: a secret may hold one, and an output may be one.
    boolean keepNulls = fields.containsKey(Signature.KEY);
    fields.forEach(
        (name, value) -> {
          PropertyValue decoded = decodeProperty(name, value);
          if (keepNulls || !(decoded instanceof Null)) {
            properties.put(name, decoded);
          }
        });
    return properties.build();
  }

  private static PropertyValue decodeProperty(String name, Value value) {
    try {
      return decode(value);
    } catch (MalformedValueException e) {
      throw e.inside(name);
    }
  }

  private static PropertyValue decodeText(String text) {
    return Sentinel.isUnknown(text) ? Computed.INSTANCE : PropertyValue.of(text);
  }

  private static PropertyValue decodeItems(List<Value> values) {
    List<PropertyValue> items = new ArrayList<>(values.size());
    for (Value value : values) {
      items.add(decode(value));
    }
    return PropertyValue.of(items);
  }
}
