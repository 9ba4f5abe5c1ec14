/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.rules.asl;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The types of states, each with the fields that it takes. */
@SuppressWarnings("ImmutableEnumChecker") // the lists are unmodifiable
enum StateType {
  TASK(
      Fields.FLOW,
      List.of("Resource", "TimeoutSeconds", "HeartbeatSeconds", "Credentials", "Retry", "Catch"),
      List.of(
          "InputPath",
          "OutputPath",
          "ResultPath",
          "Parameters",
          "ResultSelector",
          "TimeoutSecondsPath",
          "HeartbeatSecondsPath"),
      List.of("Arguments", "Output")),
  PASS(
      Fields.FLOW,
      List.of(),
      List.of("InputPath", "OutputPath", "ResultPath", "Parameters", "Result"),
      List.of("Output")),
  WAIT(
      Fields.FLOW,
      List.of("Seconds", "Timestamp"),
      List.of("InputPath", "OutputPath", "SecondsPath", "TimestampPath"),
      List.of("Output")),
  CHOICE(
      List.of(),
      List.of("Choices", "Default"),
      List.of("InputPath", "OutputPath"),
      List.of("Output")),
  SUCCEED(List.of(), List.of(), List.of("InputPath", "OutputPath"), List.of("Output")),
  FAIL(List.of(), List.of("Error", "Cause"), List.of("ErrorPath", "CausePath"), List.of()),
  PARALLEL(
      Fields.FLOW,
      List.of("Branches", "Retry", "Catch"),
      List.of("InputPath", "OutputPath", "ResultPath", "Parameters", "ResultSelector"),
      List.of("Arguments", "Output")),
  MAP(
      Fields.FLOW,
      List.of(
          "ItemProcessor",
          "Iterator",
          "ItemReader",
          "ItemSelector",
          "ItemBatcher",
          "ResultWriter",
          "MaxConcurrency",
          "ToleratedFailurePercentage",
          "ToleratedFailureCount",
          "Label",
          "Retry",
          "Catch"),
      List.of(
          "InputPath",
          "OutputPath",
          "ResultPath",
          "Parameters",
          "ResultSelector",
          "ItemsPath",
          "MaxConcurrencyPath",
          "ToleratedFailurePercentagePath",
          "ToleratedFailureCountPath"),
      List.of("Items", "Output"));

  private static final class Fields {
    private static final List<String> EVERYWHERE =
        List.of("Type", "Comment", "QueryLanguage", "Assign");
    private static final List<String> FLOW = List.of("Next", "End");
  }

  private final List<String> flow;
  private final List<String> own;
  private final List<String> jsonPath;
  private final List<String> jsonata;

  StateType(List<String> flow, List<String> own, List<String> jsonPath, List<String> jsonata) {
    this.flow = flow;
    this.own = own;
    this.jsonPath = jsonPath;
    this.jsonata = jsonata;
  }

  static @Nullable StateType find(String name) {
    for (StateType type : values()) {
      if (type.word().equals(name)) {
        return type;
      }
    }
    return null;
  }

  static List<String> words() {
    return Arrays.stream(values()).map(StateType::word).toList();
  }

  /** Whether it goes on to another state or ends the machine. */
  boolean leads() {
    return !flow.isEmpty();
  }

  Set<String> fields(QueryLanguage language) {
    Set<String> fields = new LinkedHashSet<>(Fields.EVERYWHERE);
    fields.addAll(flow);
    fields.addAll(own);
    fields.addAll(language == QueryLanguage.JSONATA ? jsonata : jsonPath);
    return fields;
  }

  private String word() {
    return name().charAt(0) + name().substring(1).toLowerCase(Locale.ROOT);
  }
}
