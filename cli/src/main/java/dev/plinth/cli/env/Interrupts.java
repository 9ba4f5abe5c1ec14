/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.cli.env;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Takes Ctrl-C: the first asks the running deployment to stop soon, the second to stop now. */
public final class Interrupts {
  private final Consumer<Interrupts> listen;
  private final AtomicInteger count = new AtomicInteger();
  private @Nullable Interruptible running;

  /** What an interrupt stops. */
  public interface Interruptible {
    /** Begins nothing new, and finishes what is in flight. */
    void cancel();

    /** Gives up what is in flight; the process ends at once after this. */
    void terminate();
  }

  /**
   * @param listen begins to deliver the process's signals to {@link #interrupt}; called whenever
   *     there comes to be something to stop
   */
  public Interrupts(Consumer<Interrupts> listen) {
    this.listen = listen;
  }

  /** Lets interrupts reach what is running while the work is done. */
  public <T> T during(Interruptible deployment, Supplier<T> work) {
    synchronized (this) {
      if (running != null) {
        throw new IllegalStateException("a deployment is running already");
      }
      running = deployment;
    }
    listen.accept(this);
    try {
      return work.get();
    } finally {
      synchronized (this) {
        running = null;
      }
    }
  }

  /**
   * Somebody pressed Ctrl-C.
   *
   * @return whether the process is to end at once
   */
  public boolean interrupt() {
    boolean first = count.getAndIncrement() == 0;
    Interruptible target;
    synchronized (this) {
      target = running;
    }
    if (target == null) {
      return true;
    }
    if (first) {
      target.cancel();
    } else {
      target.terminate();
    }
    return !first;
  }

  /** Whether anybody has pressed Ctrl-C so far; nothing new is begun then. */
  public boolean wasInterrupted() {
    return count.get() > 0;
  }
}
