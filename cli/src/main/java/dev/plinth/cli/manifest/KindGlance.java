/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.cli.manifest;

import dev.plinth.api.manifest.ManifestKinds;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;

/**
 * A glance at the text of manifests, before anything has read them. It decides what is started
 * early and nothing else, so it may be wrong.
 */
final class KindGlance {
  private static final long LARGEST = 1 << 20;

  private KindGlance() {}

  /**
   * Whether protovalidate will be needed: a foundation that is as it should be does without, all
   * else has rules in CEL.
   *
   * @param arguments of the command, manifests among them
   */
  static boolean needsProtovalidate(List<String> arguments) {
    boolean hasFoundation = false;
    for (String argument : arguments) {
      String text = textOf(argument);
      if (text.contains(ManifestKinds.AWS_LAMBDA.kind())) {
        return true;
      }
      hasFoundation |= text.contains(ManifestKinds.AWS_COMPUTE_STACK.kind());
    }
    return !hasFoundation;
  }

  private static String textOf(String argument) {
    try {
      Path file = Path.of(argument);
      return Files.isRegularFile(file) && Files.size(file) <= LARGEST
          ? Files.readString(file, StandardCharsets.ISO_8859_1)
          : "";
    } catch (IOException | InvalidPathException | SecurityException e) {
      return ""; // Whoever reads it in earnest will say what is wrong with it.
    }
  }
}
