/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.contract;

import dev.plinth.engine.value.PropertyMap;
import dev.plinth.engine.value.PropertyValue;
import java.util.List;
import java.util.stream.Stream;

/** Values as cases write them. */
final class Values {
  private Values() {}

  static PropertyValue text(String value) {
    return PropertyValue.of(value);
  }

  static PropertyValue texts(String... values) {
    return PropertyValue.of(Stream.of(values).map(PropertyValue::of).toList());
  }

  static PropertyValue objects(PropertyMap... values) {
    return PropertyValue.of(List.of(values).stream().map(PropertyValue::of).toList());
  }

  static PropertyMap map(String name, String value) {
    return map(name, PropertyValue.of(value));
  }

  static PropertyMap map(String name, PropertyValue value) {
    return PropertyMap.of(name, value);
  }

  static PropertyValue object(String name, String value) {
    return PropertyValue.of(map(name, value));
  }

  static PropertyValue object(String name, PropertyValue value) {
    return PropertyValue.of(map(name, value));
  }
}
