/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.programs.awslambda;

import com.google.protobuf.Message;
import com.pulumi.exceptions.RunException;
import dev.plinth.api.diagnostic.Diagnostic;
import dev.plinth.api.diagnostic.Findings;
import dev.plinth.api.manifest.DocumentResult;
import dev.plinth.api.manifest.FieldPath;
import dev.plinth.api.manifest.Manifest;
import dev.plinth.api.manifest.ManifestLoader;
import dev.plinth.api.validation.ManifestValidator;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Reads and checks the stack input that the program was given: the value of the Pulumi config key
 * {@code planton-cloud:stack-input}, else of the environment variable STACK_INPUT_YAML, else the
 * file that STACK_INPUT_YAML_FILE names. A blank value counts as absent.
 */
public final class StackInputReader<M extends Message> {
  /** Namespace of the config key. */
  public static final String CONFIG_NAMESPACE = "planton-cloud";

  /** The config key. */
  public static final String CONFIG_KEY = "stack-input";

  static final String TEXT_VARIABLE = "STACK_INPUT_YAML";
  static final String FILE_VARIABLE = "STACK_INPUT_YAML_FILE";

  private static final String CONFIG = CONFIG_NAMESPACE + ":" + CONFIG_KEY;
  private static final String TARGET = "target";

  private final Optional<String> config;
  private final Map<String, String> environment;
  private final ManifestValidator validator;
  private final M prototype;
  private final Function<M, List<Problem>> program;

  /**
   * Reads from the given places.
   *
   * @param config the value of {@code planton-cloud:stack-input}
   * @param prototype an empty stack input of the program's kind
   * @param program what the program finds wrong with a stack input
   */
  public StackInputReader(
      Optional<String> config,
      Map<String, String> environment,
      ManifestValidator validator,
      M prototype,
      Function<M, List<Problem>> program) {
    this.config = config;
    this.environment = environment;
    this.validator = validator;
    this.prototype = prototype;
    this.program = program;
  }

  /**
   * The stack input, ready to deploy.
   *
   * @param warnings is told of what does not stop the deployment
   * @throws RunException if there is none, or it is not fit to be deployed; its message lists all
   *     that was found, with places
   */
  public M read(Consumer<String> warnings) {
    DocumentResult<M> loaded = load();
    List<Diagnostic> found = new ArrayList<>(loaded.diagnostics());
    loaded.document().ifPresent(document -> check(document, found));
    List<Diagnostic> sorted = found.stream().sorted(Diagnostic.byLocation()).toList();
    if (sorted.stream().anyMatch(Diagnostic::isError)) {
      throw new RunException(
          sorted.stream().map(Diagnostic::toString).collect(Collectors.joining("\n")));
    }
    sorted.forEach(warning -> warnings.accept(warning.toString()));
    return loaded.orThrow().message();
  }

  private DocumentResult<M> load() {
    return given(config)
        .map(text -> parse(CONFIG, text))
        .or(() -> variable(TEXT_VARIABLE).map(text -> parse(TEXT_VARIABLE, text)))
        .or(() -> variable(FILE_VARIABLE).map(this::loadFile))
        .orElseThrow(() -> new RunException(MISSING));
  }

  private void check(Manifest<M> document, List<Diagnostic> found) {
    found.addAll(validator.validate(document));
    List<Problem> problems = program.apply(document.message());
    Findings findings = new Findings();
    for (Problem problem : problems) {
      String path =
          problem.path().equals(TARGET) ? TARGET : FieldPath.field(TARGET, problem.path());
      // What validation has said of the field, or of what encloses it, is not said twice.
      if (found.stream().noneMatch(known -> known.isError() && covers(known.fieldPath(), path))
          && !document.sources().isUnreadable(path)) {
        findings.error(
            "program.unusable-value",
            document.sources().locate(path),
            path,
            path + " " + problem.message() + ".",
            problem.remedy() + ".");
      }
    }
    found.addAll(findings.sorted());
  }

  private static boolean covers(String known, String path) {
    return !known.isEmpty() && (FieldPath.isWithin(path, known) || FieldPath.isWithin(known, path));
  }

  private Optional<String> variable(String name) {
    return given(Optional.ofNullable(environment.get(name)));
  }

  private static Optional<String> given(Optional<String> value) {
    return value.filter(text -> !text.isBlank());
  }

  private DocumentResult<M> parse(String name, String text) {
    return new ManifestLoader().parseDocument(name, text, prototype);
  }

  private DocumentResult<M> loadFile(String path) {
    return new ManifestLoader().loadDocument(path, prototype);
  }

  private static final String MISSING =
      """
      There is no stack input. Give it in one of these ways:
        pulumi config set --secret %s "$(cat stack-input.yaml)"
        the environment variable %s, holding the YAML itself
        the environment variable %s, holding the path of a file"""
          .formatted(CONFIG, TEXT_VARIABLE, FILE_VARIABLE);
}
