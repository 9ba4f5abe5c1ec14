/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.engine.deploy;

import dev.plinth.engine.event.Severity;
import dev.plinth.engine.urn.Urn;
import dev.plinth.engine.value.PropertyMap;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * What a program talks to. Every method returns at once; the futures are completed by the engine's
 * own threads, and all of them fail with {@link DeploymentStoppedException} once the run has failed
 * or was canceled.
 */
public interface ResourceMonitor {

  /** Asks for a resource; completes when its step has been run, or planned in a preview. */
  CompletableFuture<RegisterResponse> register(RegisterRequest request);

  /** Reads a resource that stays somebody else's. */
  CompletableFuture<RegisterResponse> read(ReadResourceRequest request);

  /** Whether what does not depend on a failure is to be asked for all the same. */
  boolean continuesOnError();

  /** Gives a component's outputs; for the root stack these are the stack's outputs. */
  CompletableFuture<Void> registerOutputs(Urn urn, PropertyMap outputs);

  /**
   * Calls a provider's function.
   *
   * @param provider the provider to ask; the package's default provider when empty
   * @param version the package's version, or the empty string
   */
  CompletableFuture<PropertyMap> invoke(
      String token, PropertyMap args, Optional<String> provider, String version);

  /** Passes a message of the program on to the user. */
  void log(Severity severity, Optional<Urn> urn, String message);
}
