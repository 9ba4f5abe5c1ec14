/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.api.reference;

import com.google.protobuf.Struct;
import com.google.protobuf.Value;
import dev.plinth.api.diagnostic.Findings;
import dev.plinth.api.manifest.FieldPath;
import dev.plinth.api.manifest.Suggestion;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Looks for the values of references in all sources, and says where it looked and what comes near
 * when there is none.
 */
final class OutputsLookup {
  private static final int MOST_LISTED = 5;

  private final List<OutputsSource> sources;
  private final Findings findings;

  OutputsLookup(List<OutputsSource> sources, Findings findings) {
    this.sources = sources;
    this.findings = findings;
  }

  /** The values, at least one; none after the reference was reported. */
  List<Value> find(Reference reference) {
    Optional<Struct> outputs = outputsOf(reference.target());
    if (outputs.isEmpty()) {
      reportUnknownResource(reference);
      return List.of();
    }
    OutputPath path = OutputPath.parse(reference.targetPath()).orElseThrow();
    List<Value> values = path.in(outputs.get());
    if (values.isEmpty()) {
      reportUnknownOutput(reference, path, outputs.get());
    }
    return values;
  }

  private Optional<Struct> outputsOf(ResourceKey key) {
    return sources.stream().flatMap(source -> source.find(key).stream()).findFirst();
  }

  private void reportUnknownResource(Reference reference) {
    List<ResourceKey> near = nearMisses(reference.target());
    String looked =
        sources.isEmpty()
            ? "there is nowhere to look for it."
            : "it was looked for "
                + sources.stream().map(OutputsSource::describe).collect(Collectors.joining(" and "))
                + ".";
    findings.error(
        "reference.unresolved",
        reference.location(),
        reference.fieldPath(),
        FieldPath.lastStep(reference.fieldPath())
            + " takes its value from "
            + reference.target()
            + ", which was not found; "
            + looked
            + (near.isEmpty()
                ? ""
                : " Near to it: "
                    + near.stream().map(ResourceKey::toString).collect(Collectors.joining(", "))
                    + "."),
        near.isEmpty()
            ? "deploy it first, give a document of it that has status.outputs with --resources, or write the value itself."
            : "did you mean " + near.get(0) + "?");
  }

  /** Same name elsewhere first, then similar names of the kind. */
  private List<ResourceKey> nearMisses(ResourceKey wanted) {
    List<ResourceKey> all =
        sources.stream().flatMap(source -> source.candidates().stream()).distinct().toList();
    List<ResourceKey> sameKind =
        all.stream().filter(key -> key.kind().equals(wanted.kind())).toList();
    Optional<String> similar =
        Suggestion.nearest(wanted.name(), sameKind.stream().map(ResourceKey::name).toList());
    return java.util.stream.Stream.of(
            sameKind.stream().filter(key -> key.name().equals(wanted.name())),
            sameKind.stream().filter(key -> similar.filter(key.name()::equals).isPresent()),
            all.stream().filter(key -> key.name().equals(wanted.name())))
        .flatMap(found -> found)
        .distinct()
        .limit(MOST_LISTED)
        .toList();
  }

  private void reportUnknownOutput(Reference reference, OutputPath path, Struct outputs) {
    List<String> names = outputs.getFieldsMap().keySet().stream().sorted().toList();
    String has =
        names.isEmpty() ? "it has no outputs" : "its outputs are " + String.join(", ", names);
    findings.error(
        "reference.no-such-output",
        reference.location(),
        reference.fieldPath(),
        reference.target() + " has no value at " + reference.targetPath() + "; " + has + ".",
        Suggestion.nearest(path.output(), names)
            .filter(name -> !name.equals(path.output()))
            .map(name -> "did you mean status.outputs." + name + "?")
            .orElse("let field_path lead to one of the outputs."));
  }
}
