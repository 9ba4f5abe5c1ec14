/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.api.computestack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ProfileTableTest {
  private static final Path PAGE = Path.of("../docs/compute-stack.md");

  @Test
  void the_page_shows_what_the_profiles_set() throws IOException {
    assertThat(Files.readString(PAGE)).contains(profiles());
  }

  @Test
  void the_page_shows_the_roles() throws IOException {
    assertThat(Files.readString(PAGE)).contains(roles());
  }

  private static String profiles() {
    StringBuilder table =
        new StringBuilder("| | development | staging | production |\n|---|---|---|---|\n");
    table.append("| metadata.env | ").append(cells(p -> String.join(", ", p.envs())));
    for (String setting : StackProfile.DEVELOPMENT.settings().inWords().keySet()) {
      table
          .append("| ")
          .append(setting)
          .append(" | ")
          .append(cells(p -> p.settings().inWords().get(setting)));
    }
    return table.toString();
  }

  private static String cells(java.util.function.Function<StackProfile, String> cell) {
    return Arrays.stream(StackProfile.values()).map(cell).collect(Collectors.joining(" | "))
        + " |\n";
  }

  private static String roles() {
    return Arrays.stream(StandardFunction.values())
        .map(
            role ->
                "| `%s` | %d MB | %d s |"
                    .formatted(role.id(), role.memoryMb(), role.timeoutSeconds()))
        .collect(Collectors.joining("\n"));
  }
}
