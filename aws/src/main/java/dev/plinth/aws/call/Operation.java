/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.call;

import dev.plinth.engine.provider.ProviderException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * One operation on one resource: its calls, and the time that they may take together.
 *
 * <p>All retries are made here, none in the SDK: only here is it known what a call means, and so
 * whether it may be sent again when nobody knows what became of it.
 */
public final class Operation {
  private final String resource;
  private final Redaction redaction;
  private final Pacing pacing;
  private final Duration limit;
  private final Notices notices;
  private final int maxRetries;
  private final UUID intent = UUID.randomUUID();
  private final long start;
  private volatile boolean written;

  /**
   * Starts the operation's time.
   *
   * @param resource what it is about, such as {@code Lambda function "orders"}
   * @param maxRetries how often a call is sent again of which nobody knows what became
   */
  public Operation(
      String resource, Duration limit, int maxRetries, Redaction redaction, Pacing pacing) {
    this(resource, limit, maxRetries, redaction, pacing, Notices.NONE);
  }

  /**
   * Starts the time of an operation that may have something to tell.
   *
   * @param notices takes what did not fail, but should be known
   */
  public Operation(
      String resource,
      Duration limit,
      int maxRetries,
      Redaction redaction,
      Pacing pacing,
      Notices notices) {
    this.resource = resource;
    this.limit = limit;
    this.maxRetries = maxRetries;
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
    Duration pause = pacing.about(duration);
    if (!isOver(pause)) {
      pacing.pause(pause);
    }
  }

  /**
   * The idempotency token of a call, for a request that takes one: the same for every attempt, so
   * that AWS makes nothing twice, and another for the next operation, so that what was deleted
   * meanwhile is made again.
   *
   * @param action the API call's name
   */
  public String token(String action) {
    byte[] name = (intent + " " + action).getBytes(StandardCharsets.UTF_8);
    return UUID.nameUUIDFromBytes(name).toString();
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
   * Makes a call, again while AWS throttles it or refuses it by one of the rules. When AWS has a
   * fault or its answer is lost, the call is made again only if its name says that twice is as good
   * as once; see {@link #repeatable} and {@link SafeCreate} for others.
   *
   * @throws AwsFailure when AWS refuses it otherwise, or for too long
   */
  public <T> T call(String action, List<RetryRule> rules, Supplier<T> call) {
    return send(action, rules, ActionName.isRepeatable(action) ? maxRetries : 0, call);
  }

  /**
   * Makes a call that does no harm when it is made twice, though its name does not say so: because
   * it has a {@link #token}, or because AWS documents it.
   */
  public <T> T repeatable(String action, List<RetryRule> rules, Supplier<T> call) {
    return send(action, rules, maxRetries, call);
  }

  /** Makes a call that nobody may make twice. */
  <T> T once(String action, List<RetryRule> rules, Supplier<T> call) {
    return send(action, rules, 0, call);
  }

  /**
   * Makes a call for something that may be gone, for which a read is empty and a delete done.
   *
   * @return empty when AWS says that it does not exist
   */
  public <T> Optional<T> ifThere(String action, List<RetryRule> rules, Supplier<T> call) {
    try {
      return Optional.of(call(action, rules, call));
    } catch (AwsFailure failure) {
      if (failure.isNotFound()) {
        return Optional.empty();
      }
      throw failure;
    }
  }

  public <T> Optional<T> ifThere(String action, Supplier<T> call) {
    return ifThere(action, List.of(), call);
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
      boolean first = initial.isEmpty() && looks == 0;
      Duration pause = first ? Duration.ZERO : pacing.about(Backoff.POLL.pause(looks));
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

  /** Waits before one more attempt at something; false when there have been enough. */
  boolean mayRetry(int earlier) {
    Duration pause = pacing.about(Backoff.RETRY.pause(earlier));
    if (earlier >= maxRetries || isOver(pause)) {
      return false;
    }
    pacing.pause(pause);
    return true;
  }

  private <T> T send(String action, List<RetryRule> rules, int retries, Supplier<T> call) {
    long first = pacing.nanoTime();
    int uncertain = 0;
    for (int attempt = 0; ; attempt++) {
      try {
        return attempt(action, call);
      } catch (AwsFailure failure) {
        Duration pause = pacing.about(Backoff.RETRY.pause(attempt));
        boolean again =
            failure.isUncertain()
                ? uncertain++ < retries
                : isWithin(window(failure, rules, attempt), first, pause);
        if (!again || isOver(pause)) {
          throw failure;
        }
        pacing.pause(pause);
      }
    }
  }

  private <T> T attempt(String action, Supplier<T> call) {
    try {
      T answer = call.get();
      written |= !ActionName.isRead(action);
      return answer;
    } catch (SdkException e) {
      ProviderException failure = Failures.of(action, resource, e, redaction);
      boolean uncertain = failure instanceof AwsFailure refused && refused.isUncertain();
      written |= uncertain && !ActionName.isRead(action);
      throw failure;
    }
  }

  private Duration window(AwsFailure failure, List<RetryRule> rules, int attempt) {
    // The SDK sets its clock by the refusal, so that the next attempt is signed with AWS's time.
    if (failure.isThrottled() || (failure.isClockSkew() && attempt == 0)) {
      return limit;
    }
    return rules.stream()
        .filter(rule -> rule.covers(failure))
        .map(RetryRule::window)
        .findFirst()
        .orElse(Duration.ZERO);
  }

  private boolean isWithin(Duration window, long since, Duration pause) {
    return elapsed(since).plus(pause).compareTo(window) <= 0;
  }

  private boolean isOver(Duration pause) {
    return !isWithin(limit, start, pause);
  }

  private Duration elapsed(long since) {
    return Duration.ofNanos(pacing.nanoTime() - since);
  }
}
