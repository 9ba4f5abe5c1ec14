/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.engine.sdk;

import com.pulumi.resources.CustomResourceOptions;
import dev.plinth.engine.deploy.ResourceOptions;
import dev.plinth.engine.state.CustomTimeouts;
import java.util.Optional;

/** The options that most custom resources have, if any, as the engine knows them. */
final class CommonOptions {
  private CommonOptions() {}

  /**
   * Translates them.
   *
   * @param provider reference to the explicit provider
   */
  static ResourceOptions of(CustomResourceOptions options, Optional<String> provider) {
    return ResourceOptions.builder()
        .provider(provider.filter(reference -> !reference.isEmpty()))
        .version(options.getVersion().orElse(""))
        .protect(options.getProtect())
        .deleteBeforeReplace(options.getDeleteBeforeReplaceOptional())
        .retainOnDelete(options.getRetainOnDelete())
        .ignoreChanges(options.getIgnoreChanges())
        .replaceOnChanges(options.getReplaceOnChanges())
        .hideDiffs(options.getHideDiffs())
        .additionalSecretOutputs(options.getAdditionalSecretOutputs())
        .customTimeouts(
            options
                .getCustomTimeouts()
                .map(CommonOptions::timeouts)
                .orElseGet(CustomTimeouts::none))
        .importId(options.getImportId().filter(id -> !id.isEmpty()))
        .build();
  }

  private static CustomTimeouts timeouts(com.pulumi.resources.CustomTimeouts timeouts) {
    return new CustomTimeouts(timeouts.getCreate(), timeouts.getUpdate(), timeouts.getDelete());
  }
}
