/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.cli.distribution;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A fenced block of a Markdown page. */
record Fence(String language, String text) {
  private static final Pattern BLOCK =
      Pattern.compile("^```(\\w+)\\n(.*?)^```$", Pattern.DOTALL | Pattern.MULTILINE);

  /** A command of a transcript and what the page says it prints. */
  record Step(String command, String output) {}

  static List<Fence> in(Path page) throws IOException {
    List<Fence> fences = new ArrayList<>();
    Matcher block = BLOCK.matcher(Files.readString(page));
    while (block.find()) {
      fences.add(new Fence(block.group(1), block.group(2)));
    }
    return fences;
  }

  boolean isManifest() {
    return language.equals("yaml") && text.contains("kind: Aws") && text.contains("spec:");
  }

  List<Step> transcript() {
    List<Step> steps = new ArrayList<>();
    for (String part : text.split("(?m)^\\$ ", -1)) {
      if (!part.isBlank()) {
        int end = part.indexOf('\n');
        steps.add(new Step(part.substring(0, end).strip(), part.substring(end + 1)));
      }
    }
    return steps;
  }
}
