/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.engine.sdk;

import com.pulumi.core.internal.ContextAwareCompletableFuture;
import dev.plinth.engine.deploy.ResourceMonitor;
import dev.plinth.engine.event.Severity;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** A program asks for something that the embedded engine does not do. */
final class UnsupportedRequestException extends RuntimeException {
  /**
   * Names what is missing.
   *
   * @param what a plural noun phrase, such as {@code "import ids"}
   */
  UnsupportedRequestException(String what) {
    super(what + " are not supported by the embedded engine; run the program with the pulumi CLI");
  }

  private UnsupportedRequestException(String message, Throwable cause) {
    super(message, cause);
  }

  /**
   * A request that is not well formed, which no engine would take.
   *
   * @param name of the resource
   */
  static UnsupportedRequestException invalid(String name, IllegalArgumentException cause) {
    return new UnsupportedRequestException(
        "the options of '" + name + "' are wrong: " + cause.getMessage(), cause);
  }

  /** Tells the user of it, and the SDK by a failed answer. */
  <T> CompletableFuture<T> toldBy(ResourceMonitor monitor) {
    monitor.log(Severity.ERROR, Optional.empty(), getMessage());
    return ContextAwareCompletableFuture.wrap(CompletableFuture.failedFuture(this));
  }

  @Override
  public String getMessage() {
    return Objects.requireNonNull(super.getMessage());
  }
}
