/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A table in a document whose rows a test makes. With {@code -Dplinth.tables=write} the test writes
 * them; otherwise it fails when they are not there.
 *
 * @param document its path from the root of the checkout
 * @param heading the table's first line
 */
public record DocumentedTable(String document, String heading) {
  private static final boolean WRITE = "write".equals(System.getProperty("plinth.tables"));

  /** Compares the rows, or writes them. */
  public void mustBe(List<String> rows) {
    try {
      Path file = file();
      List<String> lines = Files.readAllLines(file);
      int first = lines.indexOf(heading) + 2; // after the heading and the line under it
      assertThat(lines).as(document).contains(heading);
      int end = first;
      while (end < lines.size() && lines.get(end).startsWith("|")) {
        end++;
      }
      if (WRITE) {
        List<String> written = new ArrayList<>(lines.subList(0, first));
        written.addAll(rows);
        written.addAll(lines.subList(end, lines.size()));
        Files.write(file, written);
      } else {
        assertThat(lines.subList(first, end))
            .as("rows in %s; run the test with -Dplinth.tables=write to write them", document)
            .containsExactlyElementsOf(rows);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path file() {
    for (Path place = Path.of("").toAbsolutePath(); place != null; place = place.getParent()) {
      if (Files.exists(place.resolve(document))) {
        return place.resolve(document);
      }
    }
    throw new IllegalStateException("no folder above has " + document);
  }
}
