/*
 * Copyright The Plinth Authors
 * SPDX-License-Identifier: Apache-2.0
 */
package dev.plinth.aws.state;

import dev.plinth.aws.call.Sleeper;
import dev.plinth.aws.client.AwsClients;
import dev.plinth.engine.state.StateException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;

/**
 * Makes requests, and makes them again when S3 had a fault or gave no answer. Everything that is
 * asked may be asked twice: what is written is the same, and on the same condition. An interrupt is
 * left for the caller to find, because a run that is stopped must still record what it did.
 */
final class S3Requests {
  private static final List<Duration> PAUSES =
      List.of(
          Duration.ofMillis(100),
          Duration.ofMillis(400),
          Duration.ofMillis(1000),
          Duration.ofMillis(2000),
          Duration.ofMillis(4000));

  /** How much longer than the first one a later attempt may take, on a slow line. */
  private static final int SLOWEST = 4;

  private final S3Url url;
  private final AwsClients clients;
  private final Sleeper sleeper;
  private final Duration patience;

  /**
   * @param patience how long the first attempt may take
   */
  S3Requests(S3Url url, AwsClients clients, Sleeper sleeper, Duration patience) {
    this.url = url;
    this.clients = clients;
    this.sleeper = sleeper;
    this.patience = patience;
  }

  /** One attempt, with the time that it may take. */
  interface Request<T> {
    T make(S3Client s3, AwsRequestOverrideConfiguration limit);
  }

  /** What to make of a refusal: a value to answer with; it is thrown on when there is none. */
  interface Refusal<T> {
    Optional<T> accept(AwsServiceException refused);
  }

  /**
   * Makes a request.
   *
   * @param doing what it is, such as {@code write}
   * @param place what for
   * @throws StateException when there is no way
   */
  <T> T make(String doing, String place, Request<T> request, Refusal<T> refusal) {
    boolean interrupted = Thread.interrupted();
    try {
      for (int attempt = 0; ; attempt++) {
        try {
          return request.make(clients.s3(), limit(attempt));
        } catch (SdkException e) {
          interrupted |= Thread.interrupted();
          if (e instanceof AwsServiceException refused) {
            Optional<T> answer = refusal.accept(refused);
            if (answer.isPresent()) {
              return answer.get();
            }
          }
          if (attempt == PAUSES.size() || !S3Failure.mayPass(e)) {
            throw S3Failure.of(doing, place, url, e);
          }
          interrupted |= pause(PAUSES.get(attempt));
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private AwsRequestOverrideConfiguration limit(int attempt) {
    return AwsRequestOverrideConfiguration.builder()
        .apiCallAttemptTimeout(patience.multipliedBy(Math.min(1L << attempt, SLOWEST)))
        .build();
  }

  private boolean pause(Duration duration) {
    try {
      sleeper.sleep(duration);
      return false;
    } catch (InterruptedException e) {
      return true;
    }
  }
}
