/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.api.computestack;

import dev.plinth.proto.computestack.EventTarget;
import java.util.ArrayList;
import java.util.List;

/**
 * Where the events of a rule go.
 *
 * @param path where the manifest says so, or what encloses it where it is a default
 * @param rule the rule's name in the manifest
 */
public record StackTarget(String path, String rule, EventTarget spec) {
  private static final int RETRIES = 3;
  private static final int EVENT_AGE_SECONDS = 3600;

  /** What is given of that of which there has to be one. */
  public List<String> given() {
    List<String> given = new ArrayList<>();
    if (!spec.getFunction().isEmpty()) {
      given.add("function");
    }
    if (!spec.getQueue().isEmpty()) {
      given.add("queue");
    }
    if (spec.getTopic()) {
      given.add("topic");
    }
    if (spec.getPipeline()) {
      given.add("pipeline");
    }
    return given;
  }

  /** What tells it from the other targets of the rule. */
  public String id() {
    if (spec.getTopic()) {
      return "topic";
    }
    if (spec.getPipeline()) {
      return "pipeline";
    }
    return spec.getQueue().isEmpty()
        ? "function-" + spec.getFunction()
        : "queue-" + spec.getQueue();
  }

  /** What the stack calls it. */
  public String logicalName() {
    return rule + "-" + id();
  }

  /** Retries of a delivery. */
  public int retryAttempts() {
    return spec.hasMaximumRetryAttempts() ? spec.getMaximumRetryAttempts() : RETRIES;
  }

  /** How long a delivery is tried. */
  public int eventAgeSeconds() {
    int asked = spec.getMaximumEventAgeSeconds();
    return asked > 0 ? asked : EVENT_AGE_SECONDS;
  }
}
