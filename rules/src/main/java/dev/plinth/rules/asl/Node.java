/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.rules.asl;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * An object of a definition.
 *
 * @param location where it stands; empty for the definition itself
 * @param problems takes what is found wrong with it
 */
record Node(Map<?, ?> object, String location, List<Problem> problems) {
  boolean has(String name) {
    return object.containsKey(name);
  }

  @Nullable Object get(String name) {
    return object.get(name);
  }

  /** The names of its members, in their order. */
  List<String> names() {
    return object.keySet().stream().map(String::valueOf).toList();
  }

  /** The string of a name; a value of another kind is a problem and no string. */
  @Nullable String text(String name) {
    if (!has(name)) {
      return null;
    }
    if (get(name) instanceof String text) {
      return text;
    }
    problem(name, "Expected a string");
    return null;
  }

  /** The object of a name; a value of another kind is a problem and no object. */
  @Nullable Node child(String name) {
    if (!has(name)) {
      return null;
    }
    if (get(name) instanceof Map<?, ?> child) {
      return new Node(child, location + "/" + name, problems);
    }
    problem(name, "Expected an object");
    return null;
  }

  /** The objects in the list of a name; anything else is a problem. */
  List<Node> children(String name) {
    List<Node> children = new ArrayList<>();
    if (!has(name)) {
      return children;
    }
    if (!(get(name) instanceof List<?> elements)) {
      problem(name, "Expected an array");
      return children;
    }
    for (Object element : elements) {
      String at = location + "/" + name + "[" + children.size() + "]";
      if (!(element instanceof Map<?, ?> child)) {
        problems.add(Problem.schema("Expected an object", at));
        return children;
      }
      children.add(new Node(child, at, problems));
    }
    return children;
  }

  void require(String... names) {
    List<String> missing = new ArrayList<>();
    for (String name : names) {
      if (!has(name)) {
        missing.add(name);
      }
    }
    if (!missing.isEmpty()) {
      problems.add(Problem.schema("These required properties are missing: " + missing, where()));
    }
  }

  void allowOnly(Set<String> allowed) {
    for (String name : new TreeSet<>(names())) {
      if (!allowed.contains(name)) {
        problems.add(Problem.schema("Field is not supported", location + "/" + name));
      }
    }
  }

  /** Exactly one of the names must be there. */
  void requireOne(List<String> names) {
    long present = names.stream().filter(this::has).count();
    if (present != 1) {
      problems.add(Problem.schema("Exactly one of " + names + " is needed", where()));
    }
  }

  /** A number of a name must be whole and between two; an expression may stand for it. */
  void wholeNumber(String name, int least, int most, QueryLanguage language) {
    if (!has(name) || Expressions.isJsonata(get(name), language)) {
      return;
    }
    boolean right =
        get(name) instanceof Number number
            && number.doubleValue() == Math.rint(number.doubleValue())
            && number.doubleValue() >= least
            && number.doubleValue() <= most;
    if (!right) {
      problem(name, "Expected a whole number from " + least + " to " + most);
    }
  }

  /** The number of a name, if it is one. */
  OptionalDouble number(String name) {
    return get(name) instanceof Number number
        ? OptionalDouble.of(number.doubleValue())
        : OptionalDouble.empty();
  }

  void problem(String name, String message) {
    problems.add(Problem.schema(message, location + "/" + name));
  }

  private String where() {
    return location.isEmpty() ? "/" : location;
  }
}
