/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.api.validation;

import build.buf.validate.EnumRules;
import build.buf.validate.FieldRules;
import build.buf.validate.Int32Rules;
import build.buf.validate.MapRules;
import build.buf.validate.RepeatedRules;
import build.buf.validate.StringRules;
import com.google.protobuf.Descriptors.EnumValueDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.MapEntry;
import com.google.re2j.Pattern;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The {@link PlainRules} of values, by their type. */
final class PlainValues {
  private PlainValues() {}

  /** Whether a value surely keeps the rules of its type. */
  static boolean areKept(FieldRules rules, FieldDescriptor field, Object value) {
    return switch (rules.getTypeCase()) {
      case TYPE_NOT_SET -> true;
      case STRING -> value instanceof String text && isKept(rules.getString(), text);
      case INT32 -> value instanceof Integer number && isKept(rules.getInt32(), number);
      case ENUM ->
          value instanceof EnumValueDescriptor constant && isKept(rules.getEnum(), field, constant);
      case REPEATED -> value instanceof List<?> items && isKept(rules.getRepeated(), items);
      case MAP -> value instanceof List<?> entries && isKept(rules.getMap(), entries);
      default -> false;
    };
  }

  private static boolean isKept(StringRules rules, String text) {
    int length = text.codePointCount(0, text.length());
    int bytes = text.getBytes(StandardCharsets.UTF_8).length;
    return (!rules.hasConst() || rules.getConst().equals(text))
        && (!rules.hasMinLen() || length >= rules.getMinLen())
        && (!rules.hasMaxLen() || length <= rules.getMaxLen())
        && (!rules.hasMinBytes() || bytes >= rules.getMinBytes())
        && (!rules.hasMaxBytes() || bytes <= rules.getMaxBytes())
        && (!rules.hasPattern() || Pattern.compile(rules.getPattern()).matcher(text).find())
        && (rules.getInCount() == 0 || rules.getInList().contains(text))
        && !rules.getNotInList().contains(text)
        && isAll(
            rules.toBuilder()
                .clearConst()
                .clearMinLen()
                .clearMaxLen()
                .clearMinBytes()
                .clearMaxBytes()
                .clearPattern()
                .clearIn()
                .clearNotIn()
                .build());
  }

  private static boolean isKept(Int32Rules rules, int number) {
    return (!rules.hasConst() || rules.getConst() == number)
        && (!rules.hasLt() || number < rules.getLt())
        && (!rules.hasLte() || number <= rules.getLte())
        && (!rules.hasGt() || number > rules.getGt())
        && (!rules.hasGte() || number >= rules.getGte())
        && (rules.getInCount() == 0 || rules.getInList().contains(number))
        && !rules.getNotInList().contains(number)
        && rules.getUnknownFields().asMap().isEmpty();
  }

  private static boolean isKept(
      EnumRules rules, FieldDescriptor field, EnumValueDescriptor constant) {
    int number = constant.getNumber();
    return (!rules.hasConst() || rules.getConst() == number)
        && (!rules.getDefinedOnly() || field.getEnumType().findValueByNumber(number) != null)
        && (rules.getInCount() == 0 || rules.getInList().contains(number))
        && !rules.getNotInList().contains(number)
        && rules.getUnknownFields().asMap().isEmpty();
  }

  private static boolean isKept(RepeatedRules rules, List<?> items) {
    return items.size() >= rules.getMinItems()
        && (!rules.hasMaxItems() || items.size() <= rules.getMaxItems())
        && !rules.getUnique()
        && !rules.hasItems()
        && rules.getUnknownFields().asMap().isEmpty();
  }

  private static boolean isKept(MapRules rules, List<?> entries) {
    return entries.size() >= rules.getMinPairs()
        && (!rules.hasMaxPairs() || entries.size() <= rules.getMaxPairs())
        && !rules.hasValues()
        && (!rules.hasKeys() || entries.stream().allMatch(entry -> isKeyKept(rules, entry)))
        && rules.getUnknownFields().asMap().isEmpty();
  }

  private static boolean isKeyKept(MapRules rules, Object entry) {
    FieldRules keys = rules.getKeys();
    return keys.hasString()
        && entry instanceof MapEntry<?, ?> pair
        && pair.getKey() instanceof String key
        && keys.equals(FieldRules.newBuilder().setString(keys.getString()).build())
        && isKept(keys.getString(), key);
  }

  /** Whether nothing is left of the rules but what was looked at. */
  private static boolean isAll(StringRules rest) {
    return rest.equals(StringRules.getDefaultInstance());
  }
}
