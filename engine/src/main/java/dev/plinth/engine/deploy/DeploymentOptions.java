/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.engine.deploy;

import dev.plinth.engine.asset.ArchiveListing;
import dev.plinth.engine.provider.ProviderException;
import dev.plinth.engine.provider.ProviderFactory;
import dev.plinth.engine.value.PropertyMap;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What all runs of an engine share.
 *
 * @param factories the providers that are part of this process, by package
 * @param others makes providers of all other packages, or throws why it cannot
 * @param config the stack's configuration, by package: the inputs of the default providers
 * @param directory where the relative paths of a program's files start
 * @param stacks finds the outputs of other stacks
 * @param archives what was in the archives of earlier runs, by hash; asked when an archive differs
 * @param workers what steps run on; runs that share them are bounded together
 */
public record DeploymentOptions(
    Map<String, ProviderFactory> factories,
    Function<String, ProviderFactory> others,
    Map<String, PropertyMap> config,
    Path directory,
    StackReferences stacks,
    Supplier<Map<String, ArchiveListing>> archives,
    Workers workers,
    Clock clock) {

  public DeploymentOptions {
    factories = Map.copyOf(factories);
    config = Map.copyOf(config);
  }

  /** No packages but those of the factories. */
  public DeploymentOptions(
      Map<String, ProviderFactory> factories,
      Map<String, PropertyMap> config,
      Path directory,
      StackReferences stacks,
      int parallel,
      Clock clock) {
    this(
        factories,
        packageName -> {
          throw new ProviderException(
              "no provider serves the package '" + packageName + "'",
              "this engine serves: " + String.join(", ", factories.keySet()),
              null);
        },
        config,
        directory,
        stacks,
        Map::of,
        new Workers(parallel),
        clock);
  }

  /** No packages but those of the factories, and no other stack to be seen. */
  public DeploymentOptions(
      Map<String, ProviderFactory> factories,
      Map<String, PropertyMap> config,
      Path directory,
      int parallel,
      Clock clock) {
    this(factories, config, directory, StackReferences.none(), parallel, clock);
  }
}
