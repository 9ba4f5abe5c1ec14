/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.api.manifest;

import com.google.protobuf.Descriptors.EnumDescriptor;
import com.google.protobuf.Descriptors.EnumValueDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import dev.plinth.api.diagnostic.Quotation;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * Turns a scalar node into the value of a field, by the rules of protobuf's JSON form: texts stay
 * texts, a quoted whole number is a number, an enum value goes by name or number.
 */
final class ScalarBinder {
  private static final BigInteger UINT32_MAX =
      BigInteger.ONE.shiftLeft(32).subtract(BigInteger.ONE);
  private static final BigInteger UINT64_MAX =
      BigInteger.ONE.shiftLeft(64).subtract(BigInteger.ONE);

  private final BindingContext context;

  ScalarBinder(BindingContext context) {
    this.context = context;
  }

  /** The value, or empty after it was reported. */
  Optional<Object> bind(FieldDescriptor field, Node node, String path, boolean hidden) {
    return switch (field.getJavaType()) {
      case STRING -> text(node, path, hidden);
      case BOOLEAN -> bool(node, path, hidden);
      case INT, LONG -> integer(field, node, path, hidden);
      case FLOAT, DOUBLE -> decimal(field, node, path, hidden);
      case ENUM -> enumValue(field.getEnumType(), node, path, hidden);
      case BYTE_STRING, MESSAGE ->
          throw new IllegalStateException("not a scalar of a manifest: " + field.getFullName());
    };
  }

  private Optional<Object> text(Node node, String path, boolean hidden) {
    if (!(node instanceof ScalarNode scalar) || Nodes.isNull(node)) {
      String remedy = "write a text, in quotes when it is to be empty.";
      context.rejectType(node, path, found(node, hidden), "a text", remedy);
      return Optional.empty();
    }
    if (!Nodes.isText(node)) {
      String remedy = "put the value into quotes: " + quoted(scalar.getValue(), hidden) + ".";
      context.rejectType(node, path, found(node, hidden), "a text", remedy);
      return Optional.empty();
    }
    if (!Utf8.isEncodable(scalar.getValue())) {
      String remedy = "write the character itself, or both halves of its escape.";
      context.rejectType(node, path, "half of a surrogate pair", "whole characters", remedy);
      return Optional.empty();
    }
    return Optional.of(scalar.getValue());
  }

  private static String quoted(String value, boolean hidden) {
    return hidden ? "\"…\"" : Quotation.of(value);
  }

  private Optional<Object> bool(Node node, String path, boolean hidden) {
    if (node instanceof ScalarNode scalar && node.getTag().equals(Tag.BOOL)) {
      return Optional.of(scalar.getValue().equalsIgnoreCase("true"));
    }
    context.rejectType(
        node, path, found(node, hidden), "true or false", "set " + path + " to true or false.");
    return Optional.empty();
  }

  private Optional<Object> integer(FieldDescriptor field, Node node, String path, boolean hidden) {
    Optional<BigInteger> number = number(node).flatMap(ScalarBinder::whole);
    if (number.isEmpty()) {
      context.rejectType(
          node, path, found(node, hidden), "a whole number", "set " + path + " to a whole number.");
      return Optional.empty();
    }
    BigInteger value = number.get();
    IntegerRange range = IntegerRange.of(field);
    if (value.compareTo(range.min()) < 0 || value.compareTo(range.max()) > 0) {
      context.reject(
          "manifest.out-of-range",
          node,
          path,
          FieldPath.lastStep(path)
              + " is "
              + (hidden ? "out of range" : value)
              + ", but must be from "
              + range.min()
              + " to "
              + range.max()
              + ".",
          "set " + path + " to a number in this range.");
      return Optional.empty();
    }
    return Optional.of(
        field.getJavaType() == FieldDescriptor.JavaType.INT
            ? (Object) value.intValue()
            : (Object) value.longValue());
  }

  private Optional<Object> decimal(FieldDescriptor field, Node node, String path, boolean hidden) {
    Optional<BigDecimal> number = number(node);
    if (number.isEmpty()) {
      context.rejectType(
          node, path, found(node, hidden), "a number", "set " + path + " to a number.");
      return Optional.empty();
    }
    return Optional.of(
        field.getJavaType() == FieldDescriptor.JavaType.FLOAT
            ? (Object) number.get().floatValue()
            : (Object) number.get().doubleValue());
  }

  private Optional<Object> enumValue(EnumDescriptor type, Node node, String path, boolean hidden) {
    if (node instanceof ScalarNode scalar && node.getTag().equals(Tag.INT)) {
      Optional<Integer> number =
          number(scalar)
              .flatMap(ScalarBinder::whole)
              .filter(n -> n.bitLength() < 32)
              .map(BigInteger::intValue);
      if (number.isPresent()) {
        return Optional.of(type.findValueByNumberCreatingIfUnknown(number.get()));
      }
    }
    EnumValueDescriptor value =
        Nodes.isText(node) ? type.findValueByName(((ScalarNode) node).getValue()) : null;
    if (value == null) {
      rejectEnum(type, node, path, hidden);
    }
    return Optional.ofNullable(value);
  }

  private void rejectEnum(EnumDescriptor type, Node node, String path, boolean hidden) {
    List<String> names =
        type.getValues().stream().skip(1).map(EnumValueDescriptor::getName).toList();
    String allowed =
        names.size() <= 8
            ? String.join(" or ", names)
            : "a " + type.getName() + " such as " + String.join(", ", likely(names, node));
    Optional<String> meant =
        node instanceof ScalarNode scalar
            ? Suggestion.nearest(scalar.getValue(), names)
            : Optional.empty();
    context.reject(
        "manifest.unknown-value",
        node,
        path,
        FieldPath.lastStep(path) + " is " + found(node, hidden) + ", but must be " + allowed + ".",
        meant
            .map(name -> "did you mean " + name + "?")
            .orElse("set " + path + " to " + allowed + "."));
  }

  private static List<String> likely(List<String> names, Node node) {
    String start =
        node instanceof ScalarNode scalar && scalar.getValue().length() >= 3
            ? scalar.getValue().substring(0, 3)
            : "Aws";
    List<String> near = names.stream().filter(name -> name.startsWith(start)).limit(5).toList();
    return near.isEmpty()
        ? names.stream().filter(name -> name.startsWith("Aws")).limit(5).toList()
        : near;
  }

  private static String found(Node node, boolean hidden) {
    return hidden ? Nodes.sort(node) : Nodes.describe(node);
  }

  /** A number that is written as one, or a decimal in quotes, as protobuf's JSON form allows. */
  private static Optional<BigDecimal> number(Node node) {
    if (!(node instanceof ScalarNode scalar) || scalar.getValue().length() > 400) {
      return Optional.empty();
    }
    String text = scalar.getValue();
    Tag tag = node.getTag();
    try {
      if (tag.equals(Tag.INT) && text.startsWith("0x")) {
        return Optional.of(new BigDecimal(new BigInteger(text.substring(2), 16)));
      }
      if (tag.equals(Tag.INT) && text.startsWith("0o")) {
        return Optional.of(new BigDecimal(new BigInteger(text.substring(2), 8)));
      }
      if (tag.equals(Tag.INT) || tag.equals(Tag.FLOAT) || tag.equals(Tag.STR)) {
        return Optional.of(new BigDecimal(text)).filter(n -> Math.abs(n.scale()) < 400);
      }
    } catch (NumberFormatException e) {
      return Optional.empty(); // Such as .inf, or a text that is no number.
    }
    return Optional.empty();
  }

  private static Optional<BigInteger> whole(BigDecimal number) {
    try {
      return Optional.of(number.toBigIntegerExact());
    } catch (ArithmeticException e) {
      return Optional.empty();
    }
  }

  /** What an integer field can hold. */
  private record IntegerRange(BigInteger min, BigInteger max) {
    static IntegerRange of(FieldDescriptor field) {
      return switch (field.getType()) {
        case UINT32, FIXED32 -> new IntegerRange(BigInteger.ZERO, UINT32_MAX);
        case UINT64, FIXED64 -> new IntegerRange(BigInteger.ZERO, UINT64_MAX);
        case INT64, SINT64, SFIXED64 ->
            new IntegerRange(
                BigInteger.valueOf(Long.MIN_VALUE), BigInteger.valueOf(Long.MAX_VALUE));
        default ->
            new IntegerRange(
                BigInteger.valueOf(Integer.MIN_VALUE), BigInteger.valueOf(Integer.MAX_VALUE));
      };
    }
  }
}
