/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.rules.asl;

import java.util.List;
import java.util.OptionalDouble;

/** Checks one state: what every type has in common, then what is its type's own. */
final class StateCheck {
  /** The longest that Step Functions waits. */
  static final int LONGEST_SECONDS = 99_999_999;

  private static final List<String> PATHS = List.of("InputPath", "OutputPath", "ResultPath");
  private static final List<String> JSON_PATH_TEMPLATES =
      List.of("Parameters", "ResultSelector", "ItemSelector", "Assign");

  /** Takes note of where a field leads. */
  interface Target {
    void of(Node node, String field);
  }

  private final Node state;
  private final QueryLanguage language;
  private final Target target;

  StateCheck(Node state, QueryLanguage inherited, Target target) {
    this.state = state;
    this.language = QueryLanguage.of(state, inherited);
    this.target = target;
  }

  void check() {
    state.require("Type");
    String name = state.text("Type");
    if (name == null) {
      return;
    }
    StateType type = StateType.find(name);
    if (type == null) {
      state.problem("Type", "Value is not one of " + StateType.words());
      return;
    }
    state.allowOnly(type.fields(language));
    transitions(type);
    data();
    new ErrorHandlers(state, language, target).check();
    byType(type);
  }

  private void transitions(StateType type) {
    if (!type.leads()) {
      return;
    }
    if (state.has("Next") == ends(state)) {
      state
          .problems()
          .add(Problem.schema("Exactly one of [Next, End] is needed", state.location()));
    }
    target.of(state, "Next");
  }

  /** Whether a state says that it is the last one. */
  static boolean ends(Node state) {
    return Boolean.TRUE.equals(state.get("End"));
  }

  /** Paths and templates, which only JSONPath knows. */
  private void data() {
    if (language == QueryLanguage.JSONATA) {
      return;
    }
    for (String name : PATHS) {
      path(name);
    }
    for (String name : JSON_PATH_TEMPLATES) {
      Expressions.checkTemplate(state.get(name), state.location() + "/" + name, state);
    }
  }

  private void path(String name) {
    // A null is no mistake: it passes nothing on.
    String path = state.get(name) == null ? null : state.text(name);
    if (path != null && !Expressions.isPath(path)) {
      state.problem(name, "Value is not a valid JSONPath");
    }
  }

  private void byType(StateType type) {
    switch (type) {
      case TASK -> task();
      case WAIT -> waiting();
      case CHOICE -> choice();
      case PARALLEL -> parallel();
      case MAP -> map();
      case PASS, SUCCEED, FAIL -> {}
    }
  }

  private void task() {
    state.require("Resource");
    String resource = state.text("Resource");
    if (resource != null && !resource.startsWith("arn:")) {
      state.problem("Resource", "Value is not a valid resource ARN");
    }
    state.wholeNumber("TimeoutSeconds", 1, LONGEST_SECONDS, language);
    state.wholeNumber("HeartbeatSeconds", 1, LONGEST_SECONDS, language);
    OptionalDouble heartbeat = state.number("HeartbeatSeconds");
    OptionalDouble timeout = state.number("TimeoutSeconds");
    if (heartbeat.isPresent()
        && timeout.isPresent()
        && heartbeat.getAsDouble() >= timeout.getAsDouble()) {
      state.problem("HeartbeatSeconds", "It must be smaller than TimeoutSeconds");
    }
  }

  private void waiting() {
    state.requireOne(
        language == QueryLanguage.JSONATA
            ? List.of("Seconds", "Timestamp")
            : List.of("Seconds", "SecondsPath", "Timestamp", "TimestampPath"));
    state.wholeNumber("Seconds", 0, LONGEST_SECONDS, language);
  }

  private void choice() {
    state.require("Choices");
    List<Node> choices = state.children("Choices");
    if (state.has("Choices") && choices.isEmpty()) {
      state.problem("Choices", "At least one choice is needed");
    }
    for (Node choice : choices) {
      choice.require("Next");
      target.of(choice, "Next");
      new ChoiceRule(choice, language).check();
    }
    target.of(state, "Default");
  }

  private void parallel() {
    state.require("Branches");
    List<Node> branches = state.children("Branches");
    if (state.has("Branches") && branches.isEmpty()) {
      state.problem("Branches", "At least one branch is needed");
    }
    branches.forEach(branch -> new StatesScope(branch, language).check());
  }

  private void map() {
    state.requireOne(List.of("ItemProcessor", "Iterator"));
    for (String name : List.of("ItemProcessor", "Iterator")) {
      Node processor = state.child(name);
      if (processor != null) {
        new StatesScope(processor, language).check();
        mode(processor);
      }
    }
    state.wholeNumber("MaxConcurrency", 0, Integer.MAX_VALUE, language);
  }

  private void mode(Node processor) {
    Node config = processor.child("ProcessorConfig");
    String mode = config == null ? null : config.text("Mode");
    boolean distributed = "DISTRIBUTED".equals(mode);
    if (config != null && mode != null && !distributed && !mode.equals("INLINE")) {
      config.problem("Mode", "Value is not one of [INLINE, DISTRIBUTED]");
    }
    if (config != null && distributed) {
      config.require("ExecutionType");
    }
    if (!distributed && state.has("ItemReader")) {
      state.problem("ItemReader", "Only a distributed map reads items from elsewhere");
    }
  }
}
