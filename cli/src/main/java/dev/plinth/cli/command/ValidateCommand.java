/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.cli.command;

import dev.plinth.api.diagnostic.Diagnostic;
import dev.plinth.cli.env.Env;
import dev.plinth.cli.env.ExitCode;
import dev.plinth.cli.manifest.CheckedManifests;
import dev.plinth.cli.manifest.ManifestCheck;
import dev.plinth.cli.render.ProblemJson;
import dev.plinth.cli.render.ProblemText;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;

/** {@code plinth validate}. */
record ValidateCommand(List<String> paths, OutputOptions output) implements Command {

  static void declare(CommandSpec spec) {
    ManifestArguments.declare(spec);
  }

  @Override
  public ExitCode run(Env env) {
    CheckedManifests checked = ManifestCheck.check(env, paths);
    List<Diagnostic> diagnostics = checked.diagnostics();
    if (output.json()) {
      env.out().print(ProblemJson.of(diagnostics));
    }
    ProblemText text = new ProblemText(output.palette(env));
    diagnostics.forEach(diagnostic -> output.text(env).print(text.of(diagnostic)));
    output.text(env).print(ProblemText.summary(diagnostics, checked.manifests().size()));
    return checked.hasErrors() ? ExitCode.INVALID : ExitCode.OK;
  }
}
