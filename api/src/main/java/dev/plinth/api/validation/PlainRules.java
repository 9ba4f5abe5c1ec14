/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.api.validation;

import build.buf.validate.FieldRules;
import build.buf.validate.Ignore;
import build.buf.validate.OneofRules;
import build.buf.validate.ValidateProto;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.OneofDescriptor;
import com.google.protobuf.Message;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A quick look at whether a message keeps its rules. Only protovalidate says that one is broken;
 * but to start it takes longer than to deploy most manifests, and most manifests are as they should
 * be. So this class knows the plain rules, those without CEL, and where it meets another, or one
 * that seems broken, it leaves the judgement to protovalidate.
 */
final class PlainRules {
  private PlainRules() {}

  /**
   * Whether a message surely keeps its rules.
   *
   * @return false when it breaks one, and when this class cannot tell
   */
  static boolean areKept(Message message) {
    Descriptor type = message.getDescriptorForType();
    if (type.getOptions().hasExtension(ValidateProto.message)) {
      return false;
    }
    for (OneofDescriptor oneof : type.getRealOneofs()) {
      OneofRules rules = oneof.getOptions().getExtension(ValidateProto.oneof);
      if (rules.getRequired() && !message.hasOneof(oneof)) {
        return false;
      }
    }
    Map<FieldDescriptor, Object> given = message.getAllFields();
    for (FieldDescriptor field : type.getFields()) {
      if (!isKept(field, given.get(field))) {
        return false;
      }
    }
    return true;
  }

  /**
   * @param value null when the field is absent, or has the value that an absent one has
   */
  private static boolean isKept(FieldDescriptor field, @Nullable Object value) {
    FieldRules rules = field.getOptions().getExtension(ValidateProto.field);
    if (!isPlain(rules)) {
      return false;
    }
    if (value == null) {
      boolean isSkipped = field.hasPresence() || rules.getIgnore() == Ignore.IGNORE_IF_ZERO_VALUE;
      return !rules.getRequired()
          && (isSkipped || PlainValues.areKept(rules, field, defaultOf(field)));
    }
    return PlainValues.areKept(rules, field, value) && arePartsKept(field, value);
  }

  private static Object defaultOf(FieldDescriptor field) {
    return field.isRepeated() ? List.of() : field.getDefaultValue();
  }

  private static boolean isPlain(FieldRules rules) {
    return rules.getCelCount() == 0
        && rules.getCelExpressionCount() == 0
        && rules.getIgnore() != Ignore.IGNORE_ALWAYS
        && rules.getUnknownFields().asMap().isEmpty();
  }

  private static boolean arePartsKept(FieldDescriptor field, Object value) {
    if (field.isMapField()) {
      FieldDescriptor values = field.getMessageType().findFieldByName("value");
      return values.getJavaType() != FieldDescriptor.JavaType.MESSAGE;
    }
    if (field.getJavaType() != FieldDescriptor.JavaType.MESSAGE) {
      return true;
    }
    return field.isRepeated()
        ? ((List<?>) value).stream().allMatch(item -> areKept((Message) item))
        : areKept((Message) value);
  }
}
