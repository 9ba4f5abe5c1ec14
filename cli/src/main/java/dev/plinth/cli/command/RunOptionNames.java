/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.cli.command;

import dev.plinth.cli.env.CommandException;
import dev.plinth.engine.deploy.RunOptions;
import dev.plinth.engine.deploy.Selection;
import dev.plinth.engine.deploy.UrnPattern;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** What may be asked of every run, by the names of the command line. */
final class RunOptionNames {
  private static final String REFRESH = "--refresh";
  private static final String TARGET = "--target";
  private static final String TARGET_DEPENDENTS = "--target-dependents";
  private static final String EXCLUDE = "--exclude";
  private static final String EXCLUDE_DEPENDENTS = "--exclude-dependents";
  private static final String REPLACE = "--replace";
  private static final String CONTINUE = "--continue-on-error";
  private static final String RESOURCE = "RESOURCE";

  private RunOptionNames() {}

  /** For runs that make the stack what its manifests say. */
  static void declareForUpdate(CommandSpec spec) {
    declareSelection(spec);
    spec.addOption(
        Options.texts(REPLACE, RESOURCE, "Replace this resource, whether it has changed or not."));
    declareContinue(spec);
    declareRefresh(spec);
  }

  static void declareForDestroy(CommandSpec spec) {
    declareSelection(spec);
    declareContinue(spec);
    declareRefresh(spec);
  }

  static void declareForRefresh(CommandSpec spec) {
    declareSelection(spec);
  }

  private static void declareSelection(CommandSpec spec) {
    spec.addOption(
        Options.texts(
            TARGET,
            RESOURCE,
            "Only this resource: its name or its URN, in which * stands for text without a colon"
                + " and ** for any. May be given several times, as may those below."));
    spec.addOption(Options.flag("With a target, what depends on it as well.", TARGET_DEPENDENTS));
    spec.addOption(
        Options.texts(EXCLUDE, RESOURCE, "All but this resource; does not go with --target."));
    spec.addOption(
        Options.flag(
            "With an excluded resource, leave out what depends on it as well.",
            EXCLUDE_DEPENDENTS));
  }

  private static void declareContinue(CommandSpec spec) {
    spec.addOption(
        Options.flag(
            "After a failure, go on with what does not depend on it. The run fails all the same.",
            CONTINUE));
  }

  private static void declareRefresh(CommandSpec spec) {
    spec.addOption(
        Options.flag(
            "Read every resource first, so that what drifted since the last run counts.", REFRESH));
  }

  /**
   * Reads what was given; an option that a command does not declare was not given.
   *
   * @throws CommandException when options do not go together
   */
  static RunOptions of(ParseResult given) {
    return RunOptions.none()
        .withSelection(selection(given))
        .withContinueOnError(isGiven(given, CONTINUE))
        .withRefresh(isGiven(given, REFRESH));
  }

  private static Selection selection(ParseResult given) {
    List<UrnPattern> targets = patterns(given, TARGET);
    List<UrnPattern> excludes = patterns(given, EXCLUDE);
    boolean withTargets = isGiven(given, TARGET_DEPENDENTS);
    boolean withExcludes = isGiven(given, EXCLUDE_DEPENDENTS);
    if (!targets.isEmpty() && !excludes.isEmpty()) {
      throw CommandException.usage(
          TARGET + " and " + EXCLUDE + " cannot be used together", "use one of them.");
    }
    if ((withTargets && targets.isEmpty()) || (withExcludes && excludes.isEmpty())) {
      String alone = withTargets ? TARGET_DEPENDENTS : EXCLUDE_DEPENDENTS;
      String missing = withTargets ? TARGET : EXCLUDE;
      throw CommandException.usage(
          alone + " means nothing without " + missing, "add " + missing + ".");
    }
    Selection selection =
        excludes.isEmpty()
            ? Selection.targeting(withTargets, targets)
            : Selection.excluding(withExcludes, excludes);
    return selection.replacing(patterns(given, REPLACE));
  }

  private static List<UrnPattern> patterns(ParseResult given, String name) {
    return given.commandSpec().findOption(name) == null
        ? List.of()
        : Options.textsOf(given, name).stream().map(UrnPattern::ofNameOrUrn).toList();
  }

  private static boolean isGiven(ParseResult given, String name) {
    return given.commandSpec().findOption(name) != null && Options.isGiven(given, name);
  }
}
