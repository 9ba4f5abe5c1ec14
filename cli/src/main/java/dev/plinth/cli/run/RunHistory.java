/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.cli.run;

import dev.plinth.cli.env.Env;
import dev.plinth.cli.env.ProgramVersion;
import dev.plinth.engine.deploy.DeploymentResult;
import dev.plinth.engine.event.RunKind;
import dev.plinth.engine.event.RunResult;
import dev.plinth.engine.secret.SecretsException;
import dev.plinth.engine.state.StackSession;
import dev.plinth.engine.state.StateException;
import dev.plinth.engine.state.UpdateInfo;
import dev.plinth.engine.state.UpdateInfo.ConfigValue;
import dev.plinth.engine.value.PropertyMap;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Adds a run that is over to the history of its stack. */
final class RunHistory {
  private final Env env;
  private final RunKind kind;
  private final Map<String, PropertyMap> config;
  private final Instant start;

  private RunHistory(Env env, RunKind kind, Map<String, PropertyMap> config) {
    this.env = env;
    this.kind = kind;
    this.config = config;
    this.start = env.clock().instant();
  }

  /**
   * The run begins now.
   *
   * @param config the stack's configuration, by package
   */
  static RunHistory begin(Env env, RunKind kind, Map<String, PropertyMap> config) {
    return new RunHistory(env, kind, config);
  }

  /**
   * The run has ended now.
   *
   * @param say is told when the history cannot be written, for which no run fails
   */
  void end(StackSession session, DeploymentResult result, Consumer<String> say) {
    try {
      session.addHistory(update(result));
    } catch (StateException | SecretsException e) {
      say.accept("warning: this run is not in the stack's history: " + e.getMessage() + "\n");
    }
  }

  private UpdateInfo update(DeploymentResult result) {
    Map<String, Integer> changes = new TreeMap<>();
    result.changes().forEach((op, count) -> changes.put(op.wireName(), count));
    return new UpdateInfo(
        kind.updateKind(),
        start,
        "",
        environment(),
        config(),
        result.result() == RunResult.SUCCEEDED ? "succeeded" : "failed",
        env.clock().instant(),
        0,
        changes);
  }

  private Map<String, String> environment() {
    Map<String, String> environment = new TreeMap<>(GitHead.environment(env.cwd()));
    environment.put("exec.kind", "cli");
    environment.put("plinth.version", ProgramVersion.text());
    return environment;
  }

  private Map<String, ConfigValue> config() {
    Map<String, ConfigValue> values = new TreeMap<>();
    config.forEach(
        (namespace, properties) ->
            properties
                .names()
                .forEach(
                    key ->
                        properties
                            .text(key)
                            .ifPresent(
                                text -> values.put(namespace + ":" + key, ConfigValue.of(text)))));
    return values;
  }
}
