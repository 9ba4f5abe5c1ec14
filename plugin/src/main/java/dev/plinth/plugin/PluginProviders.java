/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.plugin;

import dev.plinth.engine.provider.ProviderFactory;
import java.nio.file.Path;
import java.util.Map;

/** Makes the providers of packages that plugins serve. */
public final class PluginProviders {
  private final PluginLocator locator;
  private final Path directory;
  private final PluginLog log;

  /**
   * Looks for nothing yet.
   *
   * @param environment where {@code PULUMI_HOME} and {@code PATH} are taken from
   * @param home the user's home folder
   * @param directory where relative paths of assets start, and plugins are run
   */
  public PluginProviders(
      Map<String, String> environment, Path home, Path directory, PluginLog log) {
    this.locator = new PluginLocator(environment, home);
    this.directory = directory;
    this.log = log;
  }

  /** The factory for a package; whether its plugin is installed shows when it is first needed. */
  public ProviderFactory of(String packageName) {
    return () ->
        new PluginProvider(
            packageName,
            version ->
                PluginConnection.open(
                    packageName, locator.find(packageName, version), directory, log));
  }
}
