/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.api.validation;

import dev.plinth.api.diagnostic.Findings;
import dev.plinth.api.manifest.FieldPath;
import dev.plinth.api.manifest.SourceMap;

/**
 * Where rules report to: paths are relative to the message they look at, and fields that could not
 * be read are passed over, because they were reported before.
 *
 * @param findings where findings go
 * @param sources where fields stand
 * @param prefix path of the message within its document; empty for the document itself
 */
record Report(Findings findings, SourceMap sources, String prefix) {

  void error(String code, String path, String message, String remedy) {
    String full = full(path);
    if (!sources.isUnreadable(full)) {
      findings.error(code, sources.locate(full), full, message, remedy);
    }
  }

  void warning(String code, String path, String message, String remedy) {
    String full = full(path);
    if (!sources.isUnreadable(full)) {
      findings.warning(code, sources.locate(full), full, message, remedy);
    }
  }

  /** The path from the document of a path from the message. */
  String full(String path) {
    return path.isEmpty() ? prefix : FieldPath.field(prefix, path);
  }

  /** For a message within the one that this report is about. */
  Report within(String field) {
    return new Report(findings, sources, full(field));
  }
}
