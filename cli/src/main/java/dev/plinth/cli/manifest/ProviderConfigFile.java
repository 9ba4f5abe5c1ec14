/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.cli.manifest;

import dev.plinth.api.diagnostic.Diagnostic;
import dev.plinth.api.diagnostic.ManifestException;
import dev.plinth.api.manifest.DocumentResult;
import dev.plinth.api.manifest.Manifest;
import dev.plinth.api.manifest.ManifestLoader;
import dev.plinth.api.validation.ManifestValidator;
import dev.plinth.proto.aws.AwsProviderConfig;
import java.util.ArrayList;
import java.util.List;

/** The file that {@code --provider-config} names. */
public final class ProviderConfigFile {
  private ProviderConfigFile() {}

  /**
   * Reads and checks it.
   *
   * @throws ManifestException with all that is wrong with it
   */
  public static Manifest<AwsProviderConfig> read(String path, ManifestValidator validator) {
    DocumentResult<AwsProviderConfig> result =
        new ManifestLoader().loadDocument(path, AwsProviderConfig.getDefaultInstance());
    List<Diagnostic> found = new ArrayList<>(result.diagnostics());
    result.document().ifPresent(document -> found.addAll(validator.validate(document)));
    ManifestException.throwIfAnyError(found);
    return result.orThrow();
  }
}
