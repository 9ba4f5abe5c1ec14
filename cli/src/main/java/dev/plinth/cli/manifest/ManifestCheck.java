/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.cli.manifest;

import dev.plinth.api.diagnostic.Diagnostic;
import dev.plinth.api.manifest.LoadResult;
import dev.plinth.api.manifest.ManifestLoader;
import dev.plinth.api.validation.ManifestValidator;
import dev.plinth.cli.env.Env;
import java.time.LocalDate;
import java.util.List;

/** Reads manifests and checks them against every rule. */
public final class ManifestCheck {
  private ManifestCheck() {}

  /**
   * Begins to prepare the rules, on another thread: it takes longer than all else that comes before
   * they are needed.
   *
   * @param arguments of the command, manifests among them
   */
  public static void prepare(List<String> arguments) {
    ManifestValidator.warmUp(() -> KindGlance.needsProtovalidate(arguments));
  }

  /** The rules as of today. */
  public static ManifestValidator validator(Env env) {
    return new ManifestValidator(LocalDate.now(env.clock()));
  }

  /**
   * Reads and checks.
   *
   * @param paths as on the command line
   */
  public static CheckedManifests check(Env env, List<String> paths) {
    LoadResult loaded = new ManifestLoader().load(paths, env.in());
    List<Diagnostic> diagnostics = validator(env).validate(loaded);
    return new CheckedManifests(loaded, diagnostics);
  }
}
