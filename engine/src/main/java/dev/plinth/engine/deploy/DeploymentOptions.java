/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.engine.deploy;

import dev.plinth.engine.provider.ProviderFactory;
import dev.plinth.engine.value.PropertyMap;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;

/**
 * What all runs of an engine share.
 *
 * @param factories the providers there are, by package
 * @param config the stack's configuration, by package: the inputs of the default providers
 * @param directory where the relative paths of a program's files start
 * @param stacks finds the outputs of other stacks
 * @param parallel how many steps may run at once, at least 1
 */
public record DeploymentOptions(
    Map<String, ProviderFactory> factories,
    Map<String, PropertyMap> config,
    Path directory,
    StackReferences stacks,
    int parallel,
    Clock clock) {

  /** Options of runs that see no other stack. */
  public DeploymentOptions(
      Map<String, ProviderFactory> factories,
      Map<String, PropertyMap> config,
      Path directory,
      int parallel,
      Clock clock) {
    this(factories, config, directory, StackReferences.none(), parallel, clock);
  }

  public DeploymentOptions {
    factories = Map.copyOf(factories);
    config = Map.copyOf(config);
    if (parallel < 1) {
      throw new IllegalArgumentException("parallel must be at least 1");
    }
  }
}
