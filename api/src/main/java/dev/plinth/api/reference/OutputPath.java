/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.api.reference;

import com.google.protobuf.Struct;
import com.google.protobuf.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A path to outputs of a resource: {@code status.outputs.role_arn}, {@code
 * status.outputs.private_subnets.[0].id}, or {@code status.outputs.private_subnets.[*].id} for the
 * ids of all. The dot before a bracket may be left out.
 */
final class OutputPath {
  private static final String ROOT = "status.outputs.";
  private static final int EACH = -1;

  /** A name to look up, or an index into a list when the name is empty. */
  private record Step(String name, int index) {}

  private final List<Step> steps;

  private OutputPath(List<Step> steps) {
    this.steps = steps;
  }

  /** The path; empty when the text is none, or leads elsewhere than to outputs. */
  static Optional<OutputPath> parse(String text) {
    if (!text.startsWith(ROOT)) {
      return Optional.empty();
    }
    List<Step> steps = new ArrayList<>();
    for (String part : text.substring(ROOT.length()).replace(".[", "[").split("\\.", -1)) {
      if (!parsePart(part, steps)) {
        return Optional.empty();
      }
    }
    return Optional.of(new OutputPath(steps));
  }

  private static boolean parsePart(String part, List<Step> steps) {
    int bracket = part.indexOf('[');
    String name = bracket < 0 ? part : part.substring(0, bracket);
    if (name.isEmpty()) {
      return false;
    }
    steps.add(new Step(name, 0));
    int at = bracket;
    while (at >= 0 && at < part.length()) {
      int end = part.indexOf(']', at);
      if (part.charAt(at) != '[' || end < 0) {
        return false;
      }
      Optional<Integer> index = index(part.substring(at + 1, end));
      if (index.isEmpty()) {
        return false;
      }
      steps.add(new Step("", index.get()));
      at = end + 1;
    }
    return true;
  }

  private static Optional<Integer> index(String text) {
    if (text.equals("*")) {
      return Optional.of(EACH);
    }
    boolean digits =
        !text.isEmpty() && text.length() < 7 && text.chars().allMatch(c -> c >= '0' && c <= '9');
    return digits ? Optional.of(Integer.parseInt(text)) : Optional.empty();
  }

  /** The name of the output that the path begins with. */
  String output() {
    return steps.get(0).name();
  }

  /**
   * The values at the path: none, one, or, where the path leads to a list or through all entries of
   * one, several.
   */
  List<Value> in(Struct outputs) {
    List<Value> values = List.of(Value.newBuilder().setStructValue(outputs).build());
    for (Step step : steps) {
      values = values.stream().flatMap(value -> follow(step, value).stream()).toList();
    }
    return values.stream()
        .flatMap(value -> entriesOf(value).stream())
        .filter(v -> !v.hasNullValue())
        .toList();
  }

  private static List<Value> entriesOf(Value value) {
    return value.hasListValue() ? value.getListValue().getValuesList() : List.of(value);
  }

  private static List<Value> follow(Step step, Value value) {
    if (!step.name().isEmpty()) {
      return find(value.getStructValue().getFieldsMap(), step.name()).stream().toList();
    }
    List<Value> entries = value.getListValue().getValuesList();
    if (step.index() == EACH) {
      return entries;
    }
    return step.index() < entries.size() ? List.of(entries.get(step.index())) : List.of();
  }

  /**
   * By its name, or by the other of the two forms that protobuf's JSON gives a name (role_arn,
   * roleArn).
   */
  private static Optional<Value> find(Map<String, Value> fields, String name) {
    Value exact = fields.get(name);
    if (exact != null) {
      return Optional.of(exact);
    }
    return fields.entrySet().stream()
        .filter(entry -> plain(entry.getKey()).equals(plain(name)))
        .map(Map.Entry::getValue)
        .findFirst();
  }

  private static String plain(String name) {
    return name.replace("_", "").toLowerCase(Locale.ROOT);
  }
}
