/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.engine.state.checkpoint;

import com.google.gson.stream.JsonReader;
import java.io.IOException;
import java.util.List;

/**
 * Which versions of the format are read. Version 4 is version 3 with a list of features that a
 * reader must know; none of them is known here, so that a stack which uses one is refused rather
 * than mistreated. Version 3 is what is written.
 */
final class FormatVersion {
  static final int WRITTEN = 3;
  private static final int OLDEST = 1;
  private static final int NEWEST = 4;

  private FormatVersion() {}

  static int read(JsonReader json) throws IOException {
    int version = json.nextInt();
    if (version < OLDEST || version > NEWEST) {
      throw CheckpointException.unsupported(
          "it is of version " + version + ", and versions 1 to 4 can be read",
          "use a newer version of Plinth, or the tool that wrote it");
    }
    return version;
  }

  static void checkFeatures(List<String> features) {
    if (!features.isEmpty()) {
      throw CheckpointException.unsupported(
          "it uses features that are not supported here: " + String.join(", ", features),
          "use a newer version of Plinth, or the tool that wrote it");
    }
  }
}
