/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.api.manifest;

import dev.plinth.api.diagnostic.Findings;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/**
 * Tells from a document's kind which message it is read into. Its api version is for validation to
 * check.
 */
final class KindFinder {
  private final List<KindDescriptor<?>> kinds;
  private final String file;
  private final Findings findings;

  KindFinder(List<KindDescriptor<?>> kinds, String file, Findings findings) {
    this.kinds = kinds;
    this.file = file;
    this.findings = findings;
  }

  /** The kind; empty after the document was reported. */
  Optional<KindDescriptor<?>> find(Node document) {
    if (!(document instanceof MappingNode mapping)) {
      reject(
          "manifest.wrong-type",
          document,
          "",
          "the document is " + Nodes.sort(document) + ", but must be a mapping.",
          "write it as fields with values, such as \"kind: AwsLambda\".");
      return Optional.empty();
    }
    Node kind = valueOf(mapping, "kind");
    if (kind == null || Nodes.isNull(kind)) {
      reject(
          "manifest.missing-kind",
          document,
          "kind",
          "the document says no kind.",
          "add \"kind: " + names().get(0) + "\".");
      return Optional.empty();
    }
    String name = kind instanceof ScalarNode scalar ? scalar.getValue() : "";
    Optional<KindDescriptor<?>> known =
        kinds.stream().filter(k -> k.kind().equals(name)).findFirst();
    if (known.isEmpty()) {
      rejectUnknown(kind, name);
    }
    return known;
  }

  private void rejectUnknown(Node kind, String name) {
    reject(
        "manifest.unknown-kind",
        kind,
        "kind",
        "kind is " + Nodes.describe(kind) + ", but must be " + String.join(" or ", names()) + ".",
        Suggestion.nearest(name, names())
            .map(meant -> "did you mean " + meant + "?")
            .orElse(
                "set kind to " + String.join(" or ", names()) + ", or leave the document out."));
  }

  private List<String> names() {
    return kinds.stream().<String>map(KindDescriptor::kind).toList();
  }

  private void reject(String code, Node node, String path, String message, String remedy) {
    findings.error(code, YamlReader.locate(file, node), path, message, remedy);
  }

  private static @Nullable Node valueOf(MappingNode mapping, String key) {
    for (NodeTuple tuple : mapping.getValue()) {
      if (tuple.getKeyNode() instanceof ScalarNode scalar && scalar.getValue().equals(key)) {
        return tuple.getValueNode();
      }
    }
    return null;
  }
}
