/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.model;

import dev.plinth.aws.schema.Property;
import java.util.Optional;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.core.traits.MapTrait;

/** The fields of the SDK's model classes. */
final class ModelFields {
  private ModelFields() {}

  /** The field for a property, if the class has one. */
  static Optional<SdkField<?>> find(SdkPojo model, Property property) {
    return find(model, property.awsName());
  }

  /** Services differ in whether names begin with a capital, and in how they write acronyms. */
  static Optional<SdkField<?>> find(SdkPojo model, String name) {
    for (SdkField<?> field : model.sdkFields()) {
      if (field.memberName().equalsIgnoreCase(name)) {
        return Optional.of(field);
      }
    }
    return Optional.empty();
  }

  static SdkField<?> element(SdkField<?> list) {
    return list.getTrait(ListTrait.class).memberFieldInfo();
  }

  static SdkField<?> value(SdkField<?> map) {
    return map.getTrait(MapTrait.class).valueFieldInfo();
  }
}
