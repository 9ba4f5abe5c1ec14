/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.cli.command;

import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/**
 * Declares options and reads what was given for them. Made with picocli's programming interface: to
 * read annotations costs a cold start a fifth of its time.
 */
final class Options {
  private Options() {}

  static OptionSpec flag(String description, String... names) {
    return OptionSpec.builder(names)
        .type(boolean.class)
        .arity("0")
        .description(description)
        .build();
  }

  static OptionSpec text(String name, String label, String description) {
    return OptionSpec.builder(name)
        .type(String.class)
        .paramLabel(label)
        .description(description)
        .build();
  }

  /** May be given several times. */
  static OptionSpec texts(String name, String label, String description) {
    return OptionSpec.builder(name)
        .type(List.class)
        .auxiliaryTypes(String.class)
        .paramLabel(label)
        .description(description)
        .build();
  }

  static void addPaths(CommandSpec spec, String arity, String description) {
    spec.addPositional(
        PositionalParamSpec.builder()
            .type(List.class)
            .auxiliaryTypes(String.class)
            .arity(arity)
            .required(!arity.startsWith("0"))
            .paramLabel("FILE|DIR|-")
            .description(description)
            .build());
  }

  static boolean isGiven(ParseResult given, String name) {
    return given.matchedOptionValue(name, false);
  }

  static Optional<String> textOf(ParseResult given, String name) {
    return Optional.ofNullable(given.matchedOptionValue(name, null));
  }

  static List<String> textsOf(ParseResult given, String name) {
    return given.matchedOptionValue(name, List.of());
  }

  static List<String> pathsOf(ParseResult given) {
    return given.matchedPositionalValue(0, List.of());
  }
}
