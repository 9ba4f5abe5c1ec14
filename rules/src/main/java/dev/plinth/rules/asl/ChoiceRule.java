/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.rules.asl;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A rule of a choice: a comparison, or rules joined by {@code And}, {@code Or} and {@code Not}. */
final class ChoiceRule {
  private static final Set<String> BESIDE =
      Set.of("Next", "Comment", "Variable", "Assign", "Output");
  private static final List<String> ORDERED =
      List.of("Equals", "LessThan", "GreaterThan", "LessThanEquals", "GreaterThanEquals");

  private final Node rule;
  private final QueryLanguage language;

  ChoiceRule(Node rule, QueryLanguage language) {
    this.rule = rule;
    this.language = language;
  }

  void check() {
    if (language == QueryLanguage.JSONATA) {
      condition();
      return;
    }
    List<String> operators = rule.names().stream().filter(name -> !BESIDE.contains(name)).toList();
    if (operators.size() != 1) {
      rule.problems()
          .add(Problem.schema("Exactly one comparison operator is needed", rule.location()));
      return;
    }
    operator(operators.get(0));
  }

  private void condition() {
    rule.require("Condition");
    String condition = rule.text("Condition");
    if (condition != null && !Expressions.isJsonata(condition)) {
      rule.problem("Condition", "Value is not a JSONata expression in {% %}");
    }
  }

  private void operator(String name) {
    switch (name) {
      case "And", "Or" -> {
        List<Node> parts = rule.children(name);
        if (parts.isEmpty()) {
          rule.problem(name, "At least one rule is needed");
        }
        parts.forEach(part -> new ChoiceRule(part, language).check());
      }
      case "Not" -> {
        Node part = rule.child(name);
        if (part != null) {
          new ChoiceRule(part, language).check();
        }
      }
      default -> comparison(name);
    }
  }

  private void comparison(String name) {
    rule.require("Variable");
    String variable = rule.text("Variable");
    if (variable != null && !Expressions.isPath(variable)) {
      rule.problem("Variable", "Value is not a valid JSONPath");
    }
    Object operand = rule.get(name);
    if (!isOperator(name)) {
      rule.problem(name, "Field is not supported");
    } else if (!isOperand(name, operand)) {
      rule.problem(name, "The operand is of the wrong kind");
    }
  }

  private static boolean isOperator(String name) {
    if (name.startsWith("Is") || name.equals("StringMatches")) {
      return List.of(
              "IsBoolean",
              "IsNull",
              "IsNumeric",
              "IsPresent",
              "IsString",
              "IsTimestamp",
              "StringMatches")
          .contains(name);
    }
    String plain = name.endsWith("Path") ? name.substring(0, name.length() - 4) : name;
    for (String type : List.of("String", "Numeric", "Timestamp")) {
      if (plain.startsWith(type) && ORDERED.contains(plain.substring(type.length()))) {
        return true;
      }
    }
    return plain.equals("BooleanEquals");
  }

  private static boolean isOperand(String name, @Nullable Object operand) {
    if (name.endsWith("Path")) {
      return operand instanceof String path && Expressions.isPath(path);
    }
    if (name.startsWith("Is") || name.startsWith("Boolean")) {
      return operand instanceof Boolean;
    }
    return name.startsWith("Numeric") ? operand instanceof Number : operand instanceof String;
  }
}
