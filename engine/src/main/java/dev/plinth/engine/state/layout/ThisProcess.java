/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.engine.state.layout;

import dev.plinth.engine.state.LockHolder;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

/** Who this process is, and which holders of locks on this host are provably gone. */
public final class ThisProcess {
  /** The operating system tells a process's start with less than this error. */
  private static final Duration START_TOLERANCE = Duration.ofSeconds(2);

  private ThisProcess() {}

  public static LockHolder holder(Instant now) {
    ProcessHandle self = ProcessHandle.current();
    return new LockHolder(
        self.pid(),
        System.getProperty("user.name", "?"),
        hostname(),
        now,
        self.info().startInstant());
  }

  /**
   * Whether the process that wrote a lock file has ended: it was on this host, and its process id
   * is unused, or was given to a process that started at another time than the holder, or after the
   * lock was taken where the holder's start is not told, or is our own, who know that we do not
   * hold the lock.
   */
  public static boolean isGone(LockHolder holder) {
    if (!holder.hostname().equals(hostname())) {
      return false;
    }
    if (holder.pid() == ProcessHandle.current().pid()) {
      return true;
    }
    return ProcessHandle.of(holder.pid())
        .filter(ProcessHandle::isAlive)
        .map(
            process ->
                process.info().startInstant().map(start -> isAnother(start, holder)).orElse(false))
        .orElse(true);
  }

  private static boolean isAnother(Instant start, LockHolder holder) {
    return holder
        .started()
        .map(known -> Duration.between(known, start).abs().compareTo(START_TOLERANCE) > 0)
        .orElseGet(() -> start.isAfter(holder.since().plus(START_TOLERANCE)));
  }

  private static String hostname() {
    return Hostname.VALUE;
  }

  /** Read when it is first needed, since asking the resolver can take long. */
  private static final class Hostname {
    static final String VALUE = read();

    private Hostname() {}

    private static String read() {
      try {
        // What the kernel answers, and therefore what Pulumi writes.
        return Files.readString(Path.of("/proc/sys/kernel/hostname")).trim();
      } catch (IOException e) {
        return resolve();
      }
    }

    private static String resolve() {
      try {
        return InetAddress.getLocalHost().getHostName();
      } catch (UnknownHostException e) {
        return "localhost";
      }
    }
  }
}
