/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.api.manifest;

import com.google.protobuf.Message;

/**
 * A document that was read: its message, and where its fields stand.
 *
 * @param message what the document says; fields that could not be read are absent
 * @param sources where it says it
 * @param documentName the file, followed by {@code #2} and so on for a later document of the same
 *     file
 */
public record Manifest<M extends Message>(M message, SourceMap sources, String documentName) {

  /** The same document with another message, such as one whose references were resolved. */
  public Manifest<M> withMessage(M other, SourceMap otherSources) {
    return new Manifest<>(other, otherSources, documentName);
  }
}
