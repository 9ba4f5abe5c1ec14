/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.api.manifest;

import dev.plinth.api.diagnostic.Findings;
import dev.plinth.api.diagnostic.SourceLocation;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.snakeyaml.engine.v2.nodes.Node;

/** Where a document's findings and places are gathered while it is bound to a message. */
final class BindingContext {
  private final String file;
  private final Findings findings;
  private final Map<String, SourceLocation> locations = new HashMap<>();
  private final Set<String> unreadable = new HashSet<>();

  BindingContext(String file, Findings findings) {
    this.file = file;
    this.findings = findings;
  }

  void place(String path, Node node) {
    locations.put(path, locate(node));
  }

  SourceLocation locate(Node node) {
    return YamlReader.locate(file, node);
  }

  /** Reports a node, and notes that the field at the path has no value because of it. */
  void reject(String code, Node node, String path, String message, String remedy) {
    unreadable.add(path);
    findings.error(code, locate(node), path, message, remedy);
  }

  /** Reports a node that takes nothing from the value of the field at the path. */
  void report(String code, Node node, String path, String message, String remedy) {
    findings.error(code, locate(node), path, message, remedy);
  }

  /** Reports a value of the wrong type. */
  void rejectType(Node node, String path, String found, String wanted, String remedy) {
    reject(
        "manifest.wrong-type",
        node,
        path,
        FieldPath.lastStep(path) + " is " + found + ", but must be " + wanted + ".",
        remedy);
  }

  /** Notes that a field has no value because another finding was probably meant for it. */
  void markUnreadable(String path) {
    unreadable.add(path);
  }

  SourceMap sources(Node root) {
    return new SourceMap(locate(root), locations, unreadable);
  }
}
