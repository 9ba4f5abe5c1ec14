/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.call;

import dev.plinth.engine.provider.ProviderException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import software.amazon.awssdk.core.exception.SdkException;

/** One operation on one resource: its calls, and the time that they may take together. */
public final class Operation {
  private final String resource;
  private final Redaction redaction;
  private final Pacing pacing;
  private final Duration limit;
  private final Notices notices;
  private final long start;
  private volatile boolean written;

  /**
   * Starts the operation's time.
   *
   * @param resource what it is about, such as {@code Lambda function "orders"}
   */
  public Operation(String resource, Duration limit, Redaction redaction, Pacing pacing) {
    this(resource, limit, redaction, pacing, Notices.NONE);
  }

  /**
   * Starts the time of an operation that may have something to tell.
   *
   * @param notices takes what did not fail, but should be known
   */
  public Operation(
      String resource, Duration limit, Redaction redaction, Pacing pacing, Notices notices) {
    this.resource = resource;
    this.limit = limit;
    this.redaction = redaction;
    this.pacing = pacing;
    this.notices = notices;
    this.start = pacing.nanoTime();
  }

  /** What the operation is about, for messages. */
  public String resource() {
    return resource;
  }

  /** Tells that what was there a moment ago is gone. */
  public ProviderException disappeared() {
    return new ProviderException(
        resource + " disappeared while it was worked on.",
        "Look who else manages it, then run again.",
        null);
  }

  /** Whether a call that changes something took effect, or may have. */
  public boolean hasWritten() {
    return written;
  }

  /** Tells the user what did not fail, but should be known; cleaned of secrets. */
  public void tell(String message, String remedy) {
    notices.tell(redaction.clean(message), remedy);
  }

  /** Whether whoever runs the provider wants calls in flight to end. */
  public boolean isCancelled() {
    return pacing.isCancelled();
  }

  /** Lets some time pass, or less when the operation's own time is up before. */
  public void pause(Duration duration) {
    if (!isOver(duration)) {
      pacing.pause(duration);
    }
  }

  /**
   * Makes a call, again and again while AWS throttles it.
   *
   * @param action the API call's name
   * @throws AwsFailure when AWS refuses it or gives no answer
   */
  public <T> T call(String action, Supplier<T> call) {
    return call(action, List.of(), call);
  }

  /**
   * Makes a call, again while AWS throttles it or refuses it by one of the rules.
   *
   * @throws AwsFailure when AWS refuses it otherwise, or for too long
   */
  public <T> T call(String action, List<RetryRule> rules, Supplier<T> call) {
    long first = pacing.nanoTime();
    for (int attempt = 0; ; attempt++) {
      try {
        return once(action, call);
      } catch (AwsFailure failure) {
        Duration window = window(failure, rules);
        Duration pause = Backoff.RETRY.pause(attempt);
        if (elapsed(first).plus(pause).compareTo(window) > 0 || isOver(pause)) {
          throw failure;
        }
        pacing.pause(pause);
      }
    }
  }

  /**
   * Looks again and again until a look gives an answer.
   *
   * @param what the state that is waited for, for the message when time is up
   * @param initial what is known already
   * @param look asks AWS
   * @param judge the answer, or empty to look again; throws when it can come no more
   */
  public <T, R> R await(
      String what, Optional<T> initial, Supplier<T> look, Function<T, Optional<R>> judge) {
    Optional<R> answer = initial.flatMap(judge);
    for (int looks = 0; answer.isEmpty(); looks++) {
      Duration pause = initial.isEmpty() && looks == 0 ? Duration.ZERO : Backoff.POLL.pause(looks);
      if (isOver(pause)) {
        throw new ProviderException(
            resource + " was not " + what + " within " + limit.toSeconds() + " s.",
            "Run again to wait on, or allow more time with customTimeouts.",
            null);
      }
      pacing.pause(pause);
      answer = judge.apply(look.get());
    }
    return answer.get();
  }

  /** Waits before another attempt at something; false when the operation's time is up. */
  boolean waited(int earlier) {
    Duration pause = Backoff.RETRY.pause(earlier);
    if (isOver(pause)) {
      return false;
    }
    pacing.pause(pause);
    return true;
  }

  private <T> T once(String action, Supplier<T> call) {
    try {
      T answer = call.get();
      written |= isWrite(action);
      return answer;
    } catch (SdkException e) {
      ProviderException failure = Failures.of(action, resource, e, redaction);
      boolean uncertain = failure instanceof AwsFailure refused && refused.isUncertain();
      written |= uncertain && isWrite(action);
      throw failure;
    }
  }

  /** AWS names what only reads by its first word. */
  private static boolean isWrite(String action) {
    return !action.startsWith("Get")
        && !action.startsWith("List")
        && !action.startsWith("Describe");
  }

  private Duration window(AwsFailure failure, List<RetryRule> rules) {
    if (failure.isThrottled()) {
      return limit;
    }
    return rules.stream()
        .filter(rule -> rule.covers(failure))
        .map(RetryRule::window)
        .findFirst()
        .orElse(Duration.ZERO);
  }

  private boolean isOver(Duration pause) {
    return elapsed(start).plus(pause).compareTo(limit) > 0;
  }

  private Duration elapsed(long since) {
    return Duration.ofNanos(pacing.nanoTime() - since);
  }
}
