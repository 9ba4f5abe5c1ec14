/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.local.asl;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * An object of a definition.
 *
 * @param location where it stands; empty for the definition itself
 * @param problems takes what is found wrong with it
 */
record Node(JsonObject object, String location, List<Problem> problems) {
  boolean has(String name) {
    return object.has(name);
  }

  @Nullable JsonElement get(String name) {
    return object.get(name);
  }

  /** The string of a name; a value of another kind is a problem and no string. */
  @Nullable String text(String name) {
    JsonElement value = object.get(name);
    if (value == null) {
      return null;
    }
    if (value.isJsonPrimitive() && value.getAsJsonPrimitive().isString()) {
      return value.getAsString();
    }
    problem(name, "Expected a string");
    return null;
  }

  /** The object of a name; a value of another kind is a problem and no object. */
  @Nullable Node child(String name) {
    JsonElement value = object.get(name);
    if (value == null) {
      return null;
    }
    if (value.isJsonObject()) {
      return new Node(value.getAsJsonObject(), location + "/" + name, problems);
    }
    problem(name, "Expected an object");
    return null;
  }

  /** The objects in the list of a name; anything else is a problem. */
  List<Node> children(String name) {
    JsonElement value = object.get(name);
    List<Node> children = new ArrayList<>();
    if (value == null) {
      return children;
    }
    if (!value.isJsonArray()) {
      problem(name, "Expected an array");
      return children;
    }
    for (JsonElement element : value.getAsJsonArray()) {
      String at = location + "/" + name + "[" + children.size() + "]";
      if (!element.isJsonObject()) {
        problems.add(Problem.schema("Expected an object", at));
        return children;
      }
      children.add(new Node(element.getAsJsonObject(), at, problems));
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
    for (String name : new TreeSet<>(object.keySet())) {
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

  /** A number of a name must be whole and not below a limit; an expression may stand for it. */
  void wholeNumber(String name, long least, QueryLanguage language) {
    JsonElement value = object.get(name);
    if (value == null || Expressions.isJsonata(value, language)) {
      return;
    }
    boolean whole =
        value.isJsonPrimitive()
            && value.getAsJsonPrimitive().isNumber()
            && value.getAsDouble() == Math.rint(value.getAsDouble())
            && value.getAsDouble() >= (double) least;
    if (!whole) {
      problem(name, "Expected a whole number of at least " + least);
    }
  }

  void problem(String name, String message) {
    problems.add(Problem.schema(message, location + "/" + name));
  }

  private String where() {
    return location.isEmpty() ? "/" : location;
  }
}
