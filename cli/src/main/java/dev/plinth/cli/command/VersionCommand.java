/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.cli.command;

import com.google.gson.JsonObject;
import dev.plinth.cli.env.Env;
import dev.plinth.cli.env.ExitCode;
import dev.plinth.cli.env.ProgramVersion;
import dev.plinth.cli.render.JsonText;

/** {@code plinth version}. */
record VersionCommand(OutputOptions output) implements Command {
  @Override
  public ExitCode run(Env env) {
    String version = ProgramVersion.text();
    String java = Runtime.version().toString();
    if (output.json()) {
      JsonObject json = new JsonObject();
      json.addProperty("version", version);
      json.addProperty("java", java);
      env.out().print(JsonText.indented(json));
    } else {
      env.out().print("plinth " + version + " (Java " + java + ")\n");
    }
    return ExitCode.OK;
  }
}
