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
 * Literals of fields that take a value or a reference, and the entries of lists of texts, have the
 * form that the field's {@code literal} option asks for. protovalidate's standard rules cannot
 * reach through the former and take CEL for the latter; to start CEL costs more than all of its
 * other rules together.
 */
final class LiteralRule {
  private LiteralRule() {}

  static void check(Message message, Report report) {
    for (Map.Entry<FieldDescriptor, Object> entry : message.getAllFields().entrySet()) {
      FieldDescriptor field = entry.getKey();
      if (field.isMapField()) {
        continue;
      }
      if (field.isRepeated()) {
        List<?> items = (List<?>) entry.getValue();
        for (int i = 0; i < items.size(); i++) {
          checkOne(field, items.get(i), FieldPath.index(field.getName(), i), report);
        }
      } else {
        checkOne(field, entry.getValue(), field.getName(), report);
      }
    }
  }

  private static void checkOne(FieldDescriptor field, Object value, String path, Report report) {
    if (value instanceof String text) {
      checkText(field, text, path, report);
    } else if (value instanceof StringValueOrRef literal) {
      if (literal.hasValue()) {
        checkText(field, literal.getValue(), path, report);
      }
    } else if (value instanceof Message message) {
      check(message, report.within(path));
    }
  }

  private static void checkText(FieldDescriptor field, String text, String path, Report report) {
    String pattern = field.getOptions().getExtension(OptionsProto.literal).getPattern();
    if (!pattern.isEmpty() && !Pattern.matches(pattern, text)) {
      Wording wording = new Wording(field, "literal");
      String mustBe = wording.mustBe(null);
      String found = text.isEmpty() ? "empty" : Quotation.of(text);
      report.error(
          wording.code(),
          path,
          FieldPath.lastStep(path) + " is " + found + ", but must be " + mustBe + ".",
          wording.fix(report.full(path), mustBe));
    }
  }
}
