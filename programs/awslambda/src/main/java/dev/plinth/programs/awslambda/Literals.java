/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.programs.awslambda;

import dev.plinth.api.manifest.FieldPath;
import dev.plinth.proto.cloudresourcekind.CloudResourceKind;
import dev.plinth.proto.foreignkey.StringValueOrRef;
import dev.plinth.proto.foreignkey.ValueFromRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads the values of one manifest that may be given as references, and notes each that still is
 * one.
 *
 * <p>References are resolved before a program runs, where other stacks can be looked at. One that
 * reaches the program would silently deploy something else: a function outside its VPC, or one that
 * is encrypted with another key.
 */
final class Literals {
  private final String manifest;
  private final List<Problem> problems;

  /**
   * Reads the values of a manifest.
   *
   * @param manifest its {@code metadata.name}
   * @param problems where to add what is wrong
   */
  Literals(String manifest, List<Problem> problems) {
    this.manifest = manifest;
    this.problems = problems;
  }

  /** The value of a field that must have one; empty text, and a problem, when it has none. */
  String required(StringValueOrRef field, String path) {
    if (!field.hasValueFrom() && field.getValue().isEmpty()) {
      problems.add(new Problem(manifest, path, "has no value", "give it one"));
    }
    return optional(field, path).orElse("");
  }

  /** The value of a field that may be absent. */
  Optional<String> optional(StringValueOrRef field, String path) {
    if (field.hasValueFrom()) {
      problems.add(unresolved(field.getValueFrom(), path));
      return Optional.empty();
    }
    return Optional.of(field.getValue()).filter(value -> !value.isEmpty());
  }

  /** The values of a list, in order. */
  List<String> list(List<StringValueOrRef> fields, String path) {
    List<String> values = new ArrayList<>(fields.size());
    for (int i = 0; i < fields.size(); i++) {
      values.add(required(fields.get(i), FieldPath.index(path, i)));
    }
    return List.copyOf(values);
  }

  private Problem unresolved(ValueFromRef reference, String path) {
    boolean kindless = reference.getKind() == CloudResourceKind.unspecified;
    String owner = kindless ? "resource" : reference.getKind().name();
    String field = reference.getFieldPath().isEmpty() ? "default field" : reference.getFieldPath();
    return new Problem(
        manifest,
        path,
        "is still a reference to the %s of %s \"%s\"".formatted(field, owner, reference.getName()),
        "resolve it before the program runs, or give the value itself");
  }
}
