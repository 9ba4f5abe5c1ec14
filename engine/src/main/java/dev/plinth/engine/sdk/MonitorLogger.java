/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.engine.sdk;

import com.pulumi.deployment.internal.EngineLogger;
import com.pulumi.resources.Resource;
import dev.plinth.engine.deploy.ResourceMonitor;
import dev.plinth.engine.event.Severity;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Level;
import org.jspecify.annotations.Nullable;

/**
 * Takes what the SDK and the program log. Debug messages are dropped: the SDK prints whole requests
 * there, secrets included.
 */
final class MonitorLogger implements EngineLogger {
  private final ResourceMonitor monitor;
  private final AtomicInteger errors = new AtomicInteger();

  MonitorLogger(ResourceMonitor monitor) {
    this.monitor = monitor;
  }

  @Override
  public CompletableFuture<Void> logAsync(
      Level level,
      String message,
      @Nullable Resource resource,
      @Nullable Integer streamId,
      @Nullable Boolean ephemeral) {
    if (level.intValue() >= Level.INFO.intValue()) {
      Severity severity = severity(level);
      if (severity == Severity.ERROR) {
        errors.incrementAndGet();
      }
      monitor.log(severity, Optional.empty(), message);
    }
    return CompletableFuture.completedFuture(null);
  }

  private static Severity severity(Level level) {
    if (level.intValue() >= Level.SEVERE.intValue()) {
      return Severity.ERROR;
    }
    return level.intValue() >= Level.WARNING.intValue() ? Severity.WARNING : Severity.INFO;
  }

  @Override
  public int getErrorCount() {
    return errors.get();
  }

  @Override
  public boolean hasLoggedErrors() {
    return errors.get() > 0;
  }
}
