/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.api.validation;

import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Message;
import dev.plinth.api.diagnostic.Quotation;
import dev.plinth.api.manifest.FieldPath;
import dev.plinth.proto.foreignkey.StringValueOrRef;
import dev.plinth.proto.options.OptionsProto;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Literals of fields that take a value or a reference have the form that the field's {@code
 * literal} option asks for. protovalidate's standard rules cannot reach through such a field, and
 * one CEL rule for each would cost more time at start-up than all of its standard rules together.
 */
final class LiteralRule {
  private LiteralRule() {}

  static void check(Message message, Report report) {
    for (Map.Entry<FieldDescriptor, Object> entry : message.getAllFields().entrySet()) {
      FieldDescriptor field = entry.getKey();
      if (field.getJavaType() != FieldDescriptor.JavaType.MESSAGE || field.isMapField()) {
        continue;
      }
      if (field.isRepeated()) {
        List<?> items = (List<?>) entry.getValue();
        for (int i = 0; i < items.size(); i++) {
          checkOne(field, (Message) items.get(i), FieldPath.index(field.getName(), i), report);
        }
      } else {
        checkOne(field, (Message) entry.getValue(), field.getName(), report);
      }
    }
  }

  private static void checkOne(FieldDescriptor field, Message value, String path, Report report) {
    if (!(value instanceof StringValueOrRef literal)) {
      check(value, report.within(path));
      return;
    }
    String pattern = field.getOptions().getExtension(OptionsProto.literal).getPattern();
    if (literal.hasValue() && !pattern.isEmpty() && !Pattern.matches(pattern, literal.getValue())) {
      Wording wording = new Wording(field, "literal");
      String mustBe = wording.mustBe(null);
      String found = literal.getValue().isEmpty() ? "empty" : Quotation.of(literal.getValue());
      report.error(
          wording.code(),
          path,
          FieldPath.lastStep(path) + " is " + found + ", but must be " + mustBe + ".",
          wording.fix(report.full(path), mustBe));
    }
  }
}
