/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plinth.api.diagnostic.Diagnostic;
import dev.plinth.api.manifest.LoadResult;
import dev.plinth.api.manifest.ManifestLoader;
import dev.plinth.api.validation.ManifestValidator;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each manifest of the folder {@code cases} gives the diagnostics of the {@code .errors} file
 * beside it.
 */
class CasesTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

  @ParameterizedTest
  @MethodSource("cases")
  void reports_what_the_errors_file_says(Path manifest) throws IOException {
    String name = manifest.getFileName().toString();
    Path errors = manifest.resolveSibling(name.substring(0, name.lastIndexOf('.')) + ".errors");

    LoadResult loaded = new ManifestLoader().loadText(name, Files.readString(manifest));
    String found =
        new ManifestValidator(TODAY)
            .validate(loaded).stream().map(Diagnostic::toString).collect(Collectors.joining("\n"));

    assertThat(found).isEqualTo(Files.readString(errors).strip());
  }

  static Stream<Named<Path>> cases() throws IOException, URISyntaxException {
    Path folder = Path.of(Objects.requireNonNull(CasesTest.class.getResource("cases")).toURI());
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> !file.toString().endsWith(".errors"))
          .sorted()
          .map(file -> Named.of(file.getFileName().toString(), file))
          .toList()
          .stream();
    }
  }
}
