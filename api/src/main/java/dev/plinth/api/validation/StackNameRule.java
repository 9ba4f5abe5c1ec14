/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.api.validation;

import dev.plinth.api.computestack.ComputeStack;
import dev.plinth.api.computestack.NamedResource;
import dev.plinth.api.computestack.StackResources;
import java.util.Comparator;

/** The names that the stack gives in AWS are fit for the services that they go to. */
final class StackNameRule implements StackRule {
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
    StackResources.of(stack).stream()
        .filter(resource -> excess(resource) > 0)
        .max(Comparator.comparingInt(StackNameRule::excess))
        .ifPresent(
            resource ->
                report.error(
                    "manifest.too-long",
                    "spec.project_name",
                    "project, env and the name of the part make the %s %s, which has %d characters, more than the %d that AWS takes."
                        .formatted(
                            resource.sort().words(),
                            resource.name(),
                            resource.name().length(),
                            resource.sort().longestName()),
                    "shorten spec.project_name, metadata.env or the name of the part by "
                        + excess(resource)
                        + " characters."));
  }

  private static int excess(NamedResource resource) {
    return resource.name().length() - resource.sort().longestName();
  }
}
