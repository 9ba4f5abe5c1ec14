/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.engine.state.layout;

import dev.plinth.engine.state.StackName;
import dev.plinth.engine.state.StateException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

/**
 * What the parts of a stack's history are called, within its folder: {@code
 * <stack>-<nanos>.history.json} for a run, and beside it {@code <stack>-<nanos>.checkpoint.json}
 * for the state that it left. Pulumi may have compressed either.
 */
public final class HistoryNames {
  private static final Pattern ENTRY =
      Pattern.compile(".+-(\\d{1,18}|\\d{19})\\.history\\.json(\\.gz|\\.zst)?");

  private HistoryNames() {}

  /**
   * The name of a run's entry.
   *
   * @param moment in nanoseconds since 1970
   */
  public static String entry(StackName stack, long moment) {
    return stack.stack() + "-" + moment + ".history" + PulumiLayout.STATE_SUFFIX;
  }

  /**
   * The name of the copy of a state.
   *
   * @param state the name of the state that is copied, for how it is compressed
   */
  public static String checkpoint(StackName stack, long moment, String state) {
    String suffix =
        state.endsWith(PulumiLayout.GZIP_SUFFIX)
            ? PulumiLayout.GZIP_SUFFIX
            : state.endsWith(PulumiLayout.ZSTD_SUFFIX)
                ? PulumiLayout.ZSTD_SUFFIX
                : PulumiLayout.STATE_SUFFIX;
    return stack.stack() + "-" + moment + ".checkpoint" + suffix;
  }

  /** The runs' entries among all that is in the folder, the newest first. */
  public static List<String> entries(Collection<String> names) {
    return names.stream()
        .filter(name -> ENTRY.matcher(name).matches())
        .sorted(Comparator.comparing(HistoryNames::moment).reversed())
        .toList();
  }

  private static String moment(String entry) {
    Matcher matcher = ENTRY.matcher(entry);
    if (!matcher.matches()) {
      throw new IllegalStateException(entry + " is no entry");
    }
    String digits = matcher.group(1);
    return "0".repeat(19 - digits.length()) + digits;
  }

  /**
   * The content of an entry, unpacked.
   *
   * @param place where it stands, for messages
   * @throws StateException when it is compressed in a way that is not known here
   */
  public static byte[] unpack(byte[] content, String place) throws IOException {
    if (place.endsWith(PulumiLayout.ZSTD_SUFFIX)) {
      throw new StateException(
          "the entry "
              + place
              + " of the history is compressed with Zstandard, which cannot be read here",
          "unpack it with zstd, and delete the packed one",
          null);
    }
    if (!place.endsWith(PulumiLayout.GZIP_SUFFIX)) {
      return content;
    }
    try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(content))) {
      return in.readAllBytes();
    }
  }
}
