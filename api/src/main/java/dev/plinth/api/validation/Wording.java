/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.api.validation;

import com.google.protobuf.Descriptors.EnumValueDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import dev.plinth.api.diagnostic.Quotation;
import dev.plinth.proto.options.Expectation;
import dev.plinth.proto.options.OptionsProto;
import java.util.Collection;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Puts broken rules of fields into words, from what the .proto files say would be right. */
final class Wording {
  private final FieldDescriptor field;
  private final String ruleId;
  private final Optional<Expectation> expectation;

  /** For a rule of a field, by the rule's id, such as {@code string.pattern}. */
  Wording(FieldDescriptor field, String ruleId) {
    this.field = field;
    this.ruleId = ruleId;
    this.expectation =
        field.getOptions().getExtension(OptionsProto.expect).stream()
            .filter(e -> !e.getRule().equals("type") && ruleId.startsWith(e.getRule()))
            .findFirst();
  }

  /** Completes "must be …"; the rule's value helps where the field says nothing itself. */
  String mustBe(@Nullable Object ruleValue) {
    return expectation.map(Expectation::getMustBe).orElseGet(() -> derived(ruleValue));
  }

  private String derived(@Nullable Object ruleValue) {
    if (ruleId.equals("enum.defined_only")) {
      return field.getEnumType().getValues().stream()
          .skip(1)
          .map(EnumValueDescriptor::getName)
          .collect(Collectors.joining(" or "));
    }
    if (ruleValue instanceof Collection<?> values) {
      return "one of " + values.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }
    if (ruleValue instanceof String text) {
      return Quotation.of(text);
    }
    throw new IllegalStateException("no wording for rule " + ruleId + " of " + field.getFullName());
  }

  /** What to do. */
  String fix(String path, String mustBe) {
    return expectation
        .map(Expectation::getFix)
        .filter(fix -> !fix.isEmpty())
        .orElseGet(
            () ->
                (ruleId.equals("required") ? "add " + path + ": " : "set " + path + " to ")
                    + mustBe
                    + ".");
  }

  /** How a value of the field reads in a sentence, after the field's name. */
  String found(@Nullable Object value) {
    if (field.getOptions().getDebugRedact()) {
      return "is not shown";
    }
    if (value instanceof Collection<?> list) {
      return "has " + list.size() + " entries";
    }
    if (value instanceof String text) {
      return text.isEmpty() ? "is not given" : "is " + Quotation.of(text);
    }
    return "is " + value;
  }

  /** The stable code for the kind of rule. */
  String code() {
    String kind = ruleId.substring(ruleId.lastIndexOf('.') + 1);
    return switch (kind) {
      case "required" -> "manifest.missing";
      case "pattern", "literal", "not_contains" -> "manifest.bad-format";
      case "not_in" -> "manifest.reserved";
      case "max_len", "max_bytes", "max_items" -> "manifest.too-long";
      case "in", "const", "defined_only" -> "manifest.unknown-value";
      default -> "manifest.out-of-range";
    };
  }
}
