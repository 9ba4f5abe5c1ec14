/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.api.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.api.diagnostic.Diagnostic;
import dev.plinth.api.validation.ManifestValidator;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import org.instancio.Instancio;
import org.instancio.Select;
import org.instancio.junit.InstancioExtension;
import org.instancio.junit.Seed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Whatever bytes are given as a manifest, what comes back is diagnostics. */
@ExtendWith(InstancioExtension.class)
class MutatedManifestTest {
  private static final int MUTATIONS = 2_000;
  private static final String[] KEYS = {
    "spec",
    "metadata",
    "kind",
    "s3",
    "role_arn",
    "value",
    "environment",
    "subnets",
    "runtime",
    "memory_mb"
  };
  private static final String[] PIECES = {
    "\t",
    "*a",
    "&a ",
    "- ",
    ": ",
    "{",
    "]",
    "\"",
    "'",
    "|\n",
    "? ",
    "!!int ",
    "---\n",
    "\uFEFF",
    "%YAML 9.9\n",
    "\u0000",
    "<<: ",
    "[[[[[[",
    "1e999",
    "-0x8",
    "\\uD800",
    "\"\\UFFFFFFFF\"",
    "~",
    "#"
  };

  /** What is done to a valid manifest: one of six operations, at two places, with a byte. */
  record Mutation(int operation, int place, int other, byte value) {}

  @Test
  @Seed(20261123)
  void gives_diagnostics_for_any_mutation_of_a_valid_manifest() throws IOException {
    List<Mutation> mutations =
        Instancio.ofList(Mutation.class)
            .size(MUTATIONS)
            .generate(Select.all(int.class), gen -> gen.ints().range(0, 1_000_000))
            .generate(Select.all(byte.class), gen -> gen.bytes().range((byte) -128, (byte) 127))
            .create();

    int broken = 0;
    for (Mutation mutation : mutations) {
      byte[] text =
          apply(mutation, valid(mutation.other() % 2 == 0 ? "valid-s3.yaml" : "valid-image.json"));
      List<Diagnostic> found = read(text);
      assertThat(found).allSatisfy(d -> assertThat(d.location()).as(d.toString()).isPresent());
      broken += found.isEmpty() ? 0 : 1;
    }

    assertThat(broken).as("mutations that broke something").isGreaterThan(MUTATIONS / 2);
  }

  private static List<Diagnostic> read(byte[] text) {
    LoadResult loaded = new ManifestLoader().load(List.of("-"), new ByteArrayInputStream(text));
    return new ManifestValidator(LocalDate.of(2026, 11, 23)).validate(loaded);
  }

  private static byte[] apply(Mutation mutation, byte[] text) {
    int place = mutation.place() % text.length;
    int other = mutation.other() % text.length;
    return switch (mutation.operation() % 6) {
      case 0 -> flip(text, place, mutation.value());
      case 1 -> swapLines(text, mutation.place(), mutation.other());
      case 2 -> renameKey(text, mutation);
      case 3 -> Arrays.copyOf(text, place);
      case 4 ->
          insert(
              text,
              place,
              PIECES[mutation.other() % PIECES.length].getBytes(StandardCharsets.UTF_8));
      default ->
          insert(
              text,
              place,
              Arrays.copyOfRange(text, Math.min(place, other), Math.max(place, other)));
    };
  }

  private static byte[] flip(byte[] text, int place, byte value) {
    byte[] flipped = text.clone();
    flipped[place] ^= value == 0 ? 1 : value;
    return flipped;
  }

  private static byte[] swapLines(byte[] text, int one, int other) {
    List<String> lines = Arrays.asList(new String(text, StandardCharsets.UTF_8).split("\n", -1));
    Collections.swap(lines, one % lines.size(), other % lines.size());
    return String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] renameKey(byte[] text, Mutation mutation) {
    String key = KEYS[mutation.place() % KEYS.length];
    String name = KEYS[mutation.other() % KEYS.length] + (char) (' ' + (mutation.value() & 0x3F));
    return new String(text, StandardCharsets.UTF_8)
        .replace(key, name)
        .getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] insert(byte[] text, int place, byte[] piece) {
    byte[] longer = new byte[text.length + piece.length];
    System.arraycopy(text, 0, longer, 0, place);
    System.arraycopy(piece, 0, longer, place, piece.length);
    System.arraycopy(text, place, longer, place + piece.length, text.length - place);
    return longer;
  }

  private static byte[] valid(String name) throws IOException {
    try (InputStream in =
        Objects.requireNonNull(
            MutatedManifestTest.class.getResourceAsStream("/dev/plinth/api/cases/" + name))) {
      return in.readAllBytes();
    }
  }
}
