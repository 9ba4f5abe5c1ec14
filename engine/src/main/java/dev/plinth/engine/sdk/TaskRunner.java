/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.engine.sdk;

import com.pulumi.deployment.internal.Runner;
import dev.plinth.engine.deploy.ProgramException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Waits for everything that a program has set going, by counting: no polling, no thread.
 *
 * <p>The SDK's own runner submits itself to the common pool again and again until all tasks are
 * done. That burns a core, and on JDK 25 with two processors it never lets a task run.
 */
final class TaskRunner implements Runner {
  private final boolean patient;

  private final AtomicReference<@Nullable Throwable> firstFailure = new AtomicReference<>();

  /** One for each task that has not ended, and one for the program's first part. */
  private final AtomicLong open = new AtomicLong(1);

  private final CompletableFuture<Void> done = new CompletableFuture<>();

  /**
   * @param patient whether the other tasks are waited for when one has failed
   */
  TaskRunner(boolean patient) {
    this.patient = patient;
  }

  /** Completes when all tasks have ended, or fails with the first that failed. */
  CompletableFuture<Void> done() {
    return done;
  }

  void fail(Throwable failure) {
    done.completeExceptionally(translate(failure));
  }

  @Override
  public <T> void registerTask(String description, CompletableFuture<T> task) {
    if (task.isDone() && !task.isCompletedExceptionally()) {
      return;
    }
    open.incrementAndGet();
    var unused = task.whenComplete((value, failure) -> leave(failure));
  }

  @Override
  public <T> CompletableFuture<Result<T>> runAsync(Supplier<T> callback) {
    T value = callback.get();
    leave(null);
    return done.handle((none, failure) -> Outcome.of(value, failure));
  }

  private void leave(@Nullable Throwable failure) {
    if (failure != null) {
      firstFailure.compareAndSet(null, failure);
      if (!patient) {
        fail(failure);
      }
    }
    if (open.decrementAndGet() == 0) {
      Throwable first = firstFailure.get();
      if (first == null) {
        done.complete(null);
      } else {
        fail(first);
      }
    }
  }

  private static Throwable translate(Throwable failure) {
    Throwable cause = failure;
    while (cause instanceof CompletionException && cause.getCause() != null) {
      cause = cause.getCause();
    }
    if (cause.getClass().getPackageName().startsWith("dev.plinth.engine")) {
      return cause;
    }
    String message = cause.getMessage();
    return new ProgramException(
        "the program failed: " + (message == null ? cause.toString() : message), cause);
  }

  /** The SDK's result type, whose constructor only a subclass may call. */
  private static final class Outcome<T> extends Result<T> {
    private Outcome(int exitCode, List<Exception> exceptions, Optional<T> value) {
      super(exitCode, exceptions, value);
    }

    static <T> Outcome<T> of(T value, @Nullable Throwable failure) {
      return failure == null
          ? new Outcome<>(ProcessExitedSuccessfully, List.of(), Optional.of(value))
          : new Outcome<>(
              ProcessExitedAfterLoggingUserActionableMessage, List.of(), Optional.of(value));
    }
  }
}
