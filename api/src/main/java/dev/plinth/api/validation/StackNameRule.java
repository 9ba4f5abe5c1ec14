/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.api.validation;

import dev.plinth.api.computestack.ComputeStack;
import dev.plinth.api.computestack.ResourceNames;
import dev.plinth.api.computestack.StackFunction;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The names that the stack gives in AWS are fit for the services that they go to. */
final class StackNameRule implements StackRule {
  /** The longest ending that a name gets: of a function's dead-letter queue. */
  private static final String LONGEST_ENDING = "-dlq";

  @Override
  public void check(ComputeStack stack, Report report) {
    String env = stack.manifest().getMetadata().getEnv();
    if (env.isEmpty()) {
      report.error(
          "manifest.missing",
          "metadata.env",
          "env is missing: it tells one stack of a project from another.",
          "add metadata.env, such as dev, staging or prod.");
    } else if (!env.matches("[A-Za-z0-9][A-Za-z0-9-]*")) {
      report.error(
          "manifest.bad-format",
          "metadata.env",
          "env becomes part of every name, and must be letters, digits and hyphens.",
          "use only letters, digits and hyphens in metadata.env.");
    }
    List<String> ids = new ArrayList<>();
    stack.functions().stream().map(StackFunction::id).forEach(ids::add);
    stack.queues().forEach(queue -> ids.add(queue.id()));
    stack.schedules().forEach(schedule -> ids.add(schedule.spec().getName()));
    stack.rules().forEach(rule -> ids.add(rule.spec().getName()));
    ids.stream()
        .map(id -> stack.names().of(id) + LONGEST_ENDING)
        .filter(name -> name.length() > ResourceNames.LONGEST)
        .max(Comparator.comparingInt(String::length))
        .ifPresent(
            name ->
                report.error(
                    "manifest.too-long",
                    "spec.project_name",
                    "project, env and role make the name "
                        + name
                        + ", which has "
                        + name.length()
                        + " characters, more than the "
                        + ResourceNames.LONGEST
                        + " that AWS takes.",
                    "shorten spec.project_name, metadata.env or the name of the part by "
                        + (name.length() - ResourceNames.LONGEST)
                        + " characters."));
  }
}
