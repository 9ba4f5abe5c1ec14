/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.api.reference;

import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Message;
import com.google.protobuf.Value;
import dev.plinth.api.diagnostic.Findings;
import dev.plinth.api.diagnostic.SourceLocation;
import dev.plinth.api.manifest.FieldPath;
import dev.plinth.api.manifest.SourceMap;
import dev.plinth.proto.foreignkey.Int32ValueOrRef;
import dev.plinth.proto.foreignkey.StringValueOrRef;
import dev.plinth.proto.foreignkey.ValueFromRef;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Replaces the references of one manifest, and keeps book of what it replaced and where it now
 * stands.
 */
final class Substitution implements ReferenceWalk.Replacer {
  private final SourceMap sources;
  private final ReferenceReader reader;
  private final OutputsLookup lookup;
  private final Findings findings;
  private final boolean replacing;
  private final List<Reference> references = new ArrayList<>();
  private final Map<String, SourceLocation> locations = new HashMap<>();
  private final Set<String> replacedAt = new HashSet<>();
  private final Set<String> resolved = new HashSet<>();

  /**
   * For one manifest.
   *
   * @param replacing false to find references and leave them
   */
  Substitution(
      SourceMap sources,
      String env,
      List<OutputsSource> outputs,
      Findings findings,
      boolean replacing) {
    this.sources = sources;
    this.reader = new ReferenceReader(sources, env, findings);
    this.lookup = new OutputsLookup(outputs, findings);
    this.findings = findings;
    this.replacing = replacing;
  }

  List<Reference> references() {
    return references;
  }

  /** Places of fields that have moved within their lists. */
  Map<String, SourceLocation> locations() {
    return locations;
  }

  /** Paths, in the new message, of values that took the place of references. */
  Set<String> resolved() {
    return resolved;
  }

  @Override
  public List<Message> replace(
      FieldDescriptor field, Message holder, ValueFromRef reference, String path) {
    Optional<Reference> complete = reader.read(field, reference, path);
    complete.ifPresent(references::add);
    if (!replacing || complete.isEmpty()) {
      return List.of(holder);
    }
    List<Value> values = lookup.find(complete.get());
    if (values.isEmpty()) {
      return List.of(holder);
    }
    if (values.size() > 1 && !field.isRepeated()) {
      findings.error(
          "reference.several-values",
          complete.get().location(),
          path,
          field.getName()
              + " takes one value, but "
              + complete.get().targetPath()
              + " of "
              + complete.get().target()
              + " is a list of "
              + values.size()
              + ".",
          "add an index to field_path, such as " + complete.get().targetPath() + ".[0].");
      return List.of(holder);
    }
    return literals(holder, values, complete.get(), path);
  }

  private List<Message> literals(
      Message holder, List<Value> values, Reference reference, String path) {
    List<Message> literals = new ArrayList<>();
    for (Value value : values) {
      Optional<Message> literal = literal(holder, value);
      if (literal.isEmpty()) {
        String wanted = holder instanceof Int32ValueOrRef ? "a whole number" : "a text or a number";
        findings.error(
            "reference.wrong-type",
            reference.location(),
            path,
            reference.targetPath() + " of " + reference.target() + " is not " + wanted + ".",
            "let field_path lead to " + wanted + ".");
        return List.of(holder);
      }
      literals.add(literal.get());
    }
    replacedAt.add(path);
    if (!path.endsWith("]")) {
      resolved.add(path);
    }
    return literals;
  }

  private static Optional<Message> literal(Message holder, Value value) {
    Optional<String> text = text(value);
    if (holder instanceof Int32ValueOrRef) {
      return text.flatMap(Substitution::integer)
          .map(number -> Int32ValueOrRef.newBuilder().setValue(number).build());
    }
    return text.map(found -> StringValueOrRef.newBuilder().setValue(found).build());
  }

  private static Optional<String> text(Value value) {
    return switch (value.getKindCase()) {
      case STRING_VALUE -> Optional.of(value.getStringValue());
      case BOOL_VALUE -> Optional.of(String.valueOf(value.getBoolValue()));
      case NUMBER_VALUE -> Optional.of(plain(value.getNumberValue()));
      case NULL_VALUE, STRUCT_VALUE, LIST_VALUE, KIND_NOT_SET -> Optional.empty();
    };
  }

  private static String plain(double number) {
    return Double.isFinite(number)
        ? new BigDecimal(number).stripTrailingZeros().toPlainString()
        : String.valueOf(number);
  }

  private static Optional<Integer> integer(String text) {
    try {
      return Optional.of(Integer.valueOf(text));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  @Override
  public void moved(String from, String to) {
    if (replacedAt.contains(from)) {
      resolved.add(to);
    }
    locations.put(to, sources.locate(from));
    if (!from.equals(to)) {
      sources
          .locations()
          .forEach(
              (path, location) -> {
                if (FieldPath.isWithin(path, from)) {
                  locations.put(to + path.substring(from.length()), location);
                }
              });
    }
  }
}
