/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.rules.asl;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.Gson;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every definition has beside it what is wrong with it, a problem per line. */
final class StateMachineRulesTest {
  static Stream<Path> definitions() throws IOException, URISyntaxException {
    Path folder = Path.of(StateMachineRulesTest.class.getResource("definitions").toURI());
    List<Path> all;
    try (Stream<Path> files = Files.list(folder)) {
      all = files.filter(file -> file.toString().endsWith(".json")).sorted().toList();
    }
    assertThat(all).isNotEmpty();
    return all.stream();
  }

  @ParameterizedTest
  @MethodSource("definitions")
  void has_the_problems_that_stand_beside_it(Path definition) throws IOException {
    String name = definition.getFileName().toString();
    List<String> expected =
        Files.readAllLines(definition.resolveSibling(name.replace(".json", ".problems")));

    List<Problem> problems =
        StateMachineRules.problems(new Gson().fromJson(Files.readString(definition), Object.class));

    assertThat(problems.stream().map(Problem::text).toList()).isEqualTo(expected);
  }

  @Test
  void what_is_no_object_is_no_definition() {
    assertThat(StateMachineRules.problems(null))
        .extracting(Problem::text)
        .containsExactly("INVALID_JSON_DESCRIPTION: The definition is no JSON object at /");
  }
}
