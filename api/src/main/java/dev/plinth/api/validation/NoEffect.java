/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.api.validation;

import dev.plinth.api.manifest.FieldPath;

/**
 * Tells of fields that are given and change nothing, as the rest of the manifest is. They are no
 * mistake of their own, so it warns.
 */
record NoEffect(Report report) {
  private static final String CODE = "manifest.no-effect";

  /**
   * Tells of a field, if it is given.
   *
   * @param why as the end of a sentence
   * @param otherwise what to do to give it an effect
   */
  void tellIf(boolean given, String path, String why, String otherwise) {
    if (given) {
      tell(
          path,
          FieldPath.lastStep(path) + " has no effect: " + why + ".",
          otherwise + ", or take it out.");
    }
  }

  void tell(String path, String message, String remedy) {
    report.warning(CODE, path, message, remedy);
  }
}
