/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.plugin;

import dev.plinth.engine.event.Severity;

/** Takes what a plugin says beside its answers. */
@FunctionalInterface
public interface PluginLog {
  /**
   * Takes one message.
   *
   * @param packageName whose plugin speaks
   */
  void say(Severity severity, String packageName, String message);
}
