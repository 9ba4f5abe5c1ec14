/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.api.computestack;

import dev.plinth.proto.computestack.AwsComputeStack;
import java.util.Locale;

/**
 * Names in AWS: {@code {project}-{env}-{role}}.
 *
 * @param prefix project and environment
 */
public record ResourceNames(String prefix) {
  /** Begins the names of the metrics that count cold starts, one for each function. */
  public static final String COLD_STARTS = "ColdStarts.";

  static ResourceNames of(AwsComputeStack manifest) {
    String env = manifest.getMetadata().getEnv().toLowerCase(Locale.ROOT);
    String project = manifest.getSpec().getProjectName();
    return new ResourceNames(env.isEmpty() ? project : project + "-" + env);
  }

  /** The name of something, by its id in the manifest. */
  public String of(String id) {
    return prefix + "-" + id.replace('_', '-');
  }

  /** The metric of a function's cold starts. */
  public static String coldStarts(String function) {
    return COLD_STARTS + function;
  }

  /** The namespace of the stack's own metrics. */
  public String metricNamespace() {
    return prefix;
  }
}
