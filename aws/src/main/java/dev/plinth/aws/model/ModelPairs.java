/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.model;

import dev.plinth.engine.value.PropertyMap;
import dev.plinth.engine.value.PropertyValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.utils.builder.Buildable;

/** Maps of strings that AWS has as lists of objects with a key or a name, and a value. */
final class ModelPairs {
  private ModelPairs() {}

  static Optional<PropertyValue> read(List<?> pairs) {
    PropertyMap.Builder map = PropertyMap.builder();
    for (Object pair : pairs) {
      SdkPojo model = (SdkPojo) pair;
      Object key = model.sdkFields().get(0).getValueOrDefault(model);
      Object value = model.sdkFields().get(1).getValueOrDefault(model);
      map.put(String.valueOf(key), value == null ? "" : value.toString());
    }
    PropertyMap read = map.build();
    return read.isEmpty() ? Optional.empty() : Optional.of(PropertyValue.of(read));
  }

  static List<Object> write(SdkField<?> element, PropertyMap map) {
    List<Object> pairs = new ArrayList<>();
    for (String key : map.names()) {
      SdkPojo pair = element.constructor().get();
      pair.sdkFields().get(0).set(pair, key);
      pair.sdkFields().get(1).set(pair, map.text(key).orElse(""));
      pairs.add(((Buildable) pair).build());
    }
    return pairs;
  }
}
