/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.engine.deploy;

import dev.plinth.engine.asset.AssetException;
import dev.plinth.engine.provider.ProviderException;
import dev.plinth.engine.secret.SecretsException;
import dev.plinth.engine.state.StateException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the user is told of an exception.
 *
 * @param message what went wrong
 * @param property the path of the input that is to blame, or the empty string
 * @param remedy what to do about it, in a sentence
 */
record Failure(String message, String property, Optional<String> remedy) {

  static Failure of(Throwable cause) {
    String message = cause.getMessage() == null ? cause.toString() : cause.getMessage();
    if (cause instanceof ProviderException provider) {
      return new Failure(message, provider.property().orElse(""), provider.remedy());
    }
    if (cause instanceof SecretsException secrets) {
      return new Failure(message, "", Optional.of(secrets.remedy()));
    }
    if (cause instanceof StateException state) {
      return new Failure(message, "", Optional.of(state.remedy()));
    }
    if (cause instanceof AssetException) {
      return new Failure(message, "", Optional.of("mend the path, or the file"));
    }
    if (cause instanceof ProgramException) {
      return new Failure(message, "", Optional.empty());
    }
    return new Failure("internal error: " + cause, "", Optional.empty());
  }

  /** Whether an event has told of it already. */
  static boolean isTold(@Nullable Throwable cause) {
    return cause instanceof StepFailedException || cause instanceof DeploymentStoppedException;
  }
}
